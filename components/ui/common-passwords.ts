/** What everyone tries first, most common first; the rank is part of the estimate. */
export const commonPasswords = (
  "password 123456 123456789 guest qwerty 12345678 111111 12345 col123456 123123 1234567 1234 1234567890 000000 " +
  "admin administrator root toor letmein welcome monkey dragon master login princess sunshine football baseball " +
  "iloveyou abc123 passw0rd shadow trustno1 superman batman starwars freedom whatever computer secret hello " +
  "michael jennifer jordan hunter killer charlie andrew daniel ashley jessica thomas robert joshua matthew " +
  "soccer hockey summer winter spring autumn january february march april may june july august september october " +
  "november december monday friday sunday love money angel flower cheese cookie pepper ginger banana orange " +
  "purple silver golden yellow diamond mustang harley ferrari mercedes porsche corvette yankees rangers dallas " +
  "chelsea liverpool arsenal internet samsung google facebook twitter linkedin apple microsoft windows linux " +
  "ubuntu server network private public changeme change default temp temporary test testing tester user username " +
  "demo example sample company office work home family friend forever lovely pokemon naruto minecraft nintendo " +
  "matrix phoenix thunder tiger eagle falcon wolf lion bear horse rabbit chicken turtle dolphin snoopy buddy " +
  "maggie bailey lucky cooper sophie max bella molly access control security system database backup manager " +
  "support service operator oracle cisco postgres mysql redis docker kubernetes netmaker wireguard muster vpn"
).split(" ");

export const keyboardRows = (
  "qwertyuiop asdfghjkl zxcvbnm qwertz azerty qazwsx 1qaz2wsx qweasd asdasd qwe asd zxc 1q2w3e4r zaq12wsx " +
  "qwertyui asdfgh asdf zxcvbn poiuyt lkjhgf mnbvcxz 1q2w3e q1w2e3r4 poiuytrewq 147258369 159753 741852963 112233"
).split(" ");
