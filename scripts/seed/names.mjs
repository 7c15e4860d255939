// People of the demo data: every given name with every family name of its region.

/** A name that is not in Latin letters stands with its transcription: "裕子=yuko". */
const regions = [
  {
    given: "Anna Emma Hanna Lukas Jonas Felix Jürgen Sören Käthe Maximilian Clara Matthias",
    family: "Müller Schmidt Schneider Weiß Größer Fischer Wagner Becker Hoffmann Schäfer Köhler",
  },
  {
    given: "James Mary Robert Patricia John Jennifer Michael Linda William Elizabeth Grace Oliver",
    family: "Smith Johnson Williams Brown Jones O'Brien Miller Davis Taylor Anderson MacDonald",
  },
  {
    given: "María José Antonio Carmen Javier Lucía Iñaki Sofía Andrés Ximena Mateo Valentina",
    family: "García Rodríguez Fernández López Núñez Peña Martínez Hernández Ibáñez Castillo Ortiz",
  },
  {
    given: "Camille Louis Chloé Hugo Zoé François Élodie Gaël Océane Benoît Manon Étienne",
    family: "Martin Bernard Dubois Lefèvre Moreau Gauthier Rousseau Lemaître Faure D'Arc Mercier",
  },
  {
    given: "Giulia Lorenzo Francesca Matteo Chiara Alessandro Martina Niccolò Elena Davide Sara",
    family: "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Conti",
  },
  {
    given: "João Beatriz Tiago Inês Rafael Letícia Gonçalo Camila Luís Antônia Caio Júlia",
    family: "Silva Santos Oliveira Souza Pereira Conceição Almeida Araújo Magalhães Simões Leão",
  },
  {
    given: "Zofia Jakub Łukasz Małgorzata Paweł Agnieszka Michał Jadwiga Grażyna Stanisław",
    family: "Nowak Kowalski Wiśniewska Wójcik Kamiński Zieliński Szymański Woźniak Dąbrowska",
  },
  {
    given: "Astrid Bjørn Åsa Søren Ingrid Øyvind Märta Lars Freja Anders Þóra Matti",
    family: "Hansen Johansson Nilsen Lindström Ødegård Korhonen Mäkelä Sørensen Åkesson Virtanen",
  },
  {
    given: "Ayşe Mehmet Elif Mustafa Zeynep Emre Gülşen Işıl Çağla Yiğit Ömer Şule",
    family: "Yılmaz Kaya Demir Çelik Şahin Yıldız Öztürk Aydın Özdemir Arslan Doğan",
  },
  {
    given: "Nguyễn Linh Minh Hương Tuấn Thảo Đức Quỳnh Hùng Ngọc Phúc Trang",
    family: "Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô",
  },
  {
    given: "裕子=yuko 健太=kenta さくら=sakura 翔=sho 美咲=misaki 大輔=daisuke 葵=aoi 直樹=naoki",
    family: "佐藤=sato 鈴木=suzuki 高橋=takahashi 田中=tanaka 渡辺=watanabe 伊藤=ito 山本=yamamoto",
  },
  {
    given: "Wei=wei 芳=fang 娜=na 敏=min 静=jing 磊=lei 军=jun 洋=yang 艳=yan 强=qiang",
    family: "王=wang 李=li 张=zhang 刘=liu 陈=chen 杨=yang 黄=huang 赵=zhao 吴=wu 周=zhou",
  },
  {
    given: "Анна=anna Иван=ivan Ольга=olga Дмитрий=dmitry Олена=olena Сергій=serhiy Юлия=yulia",
    family: "Иванов=ivanov Шевченко=shevchenko Петров=petrov Бондаренко=bondarenko Попов=popov",
  },
  {
    given: "Amina Kwame Chinedu Fatou Thabo Ngozi Wanjiru Tendai Amara Sipho Zainab Kofi",
    family: "Okafor Mensah Diallo Nkosi Kamau Abebe Traoré Adeyemi Dlamini Mwangi Ndiaye",
  },
  {
    given: "Aarav Priya Rohan Ananya Vikram Lakshmi Arjun Meera Sanjay Kavya Imran Fatima",
    family: "Sharma Patel Singh Iyer Khan Reddy Gupta Chatterjee Nair Desai Kapoor",
  },
  {
    given: "محمد=mohammed فاطمة=fatima يوسف=yousef ليلى=layla عمر=omar نور=nour خالد=khaled",
    family: "حداد=haddad نجار=najjar خوري=khoury منصور=mansour صالح=saleh عثمان=othman",
  },
];

/** Letters that are not a plain letter with a mark. */
const spelled = { ß: "ss", ø: "o", ł: "l", đ: "d", ı: "i", þ: "th", æ: "ae", œ: "oe" };

/** @typedef {{ displayName: string, given: string, family: string }} Person */

/** @returns {Person[]} given and family as usernames spell them */
export function people() {
  return regions.flatMap(({ given, family }) =>
    given
      .split(" ")
      .map(parse)
      .flatMap((first) =>
        family
          .split(" ")
          .map(parse)
          .map((last) => ({
            displayName: `${first.name} ${last.name}`,
            given: first.plain,
            family: last.plain,
          })),
      ),
  );
}

/**
 * As the server folds names to search them: lib/fold.ts, which these scripts cannot load.
 *
 * @param {string} name
 */
export function folded(name) {
  const plain = name.normalize("NFKD").replace(/\p{M}+/gu, "");
  return plain.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

/**
 * As the server tells names of groups and roles apart: `lowerCase` of lib/fold.ts.
 *
 * @param {string} name
 */
export function lowered(name) {
  return name.normalize("NFC").toLowerCase().replaceAll("ς", "σ");
}

/** @param {string} entry */
function parse(entry) {
  const [name = "", transcription = name] = entry.split("=");
  const letters = transcription.toLowerCase().normalize("NFD");
  const plain = [...letters].map(
    (letter) => new Map(Object.entries(spelled)).get(letter) ?? letter,
  );
  return { name, plain: plain.join("").replace(/[^a-z]/g, "") };
}
