/** How a plain Linux server follows a gateway of ours: what is pasted into its shell. */

const TOKEN_FILE = "/etc/muster/token";

/** Waits for the token, which gets into no list of processes and no history, and keeps it for root alone. */
export const tokenCommand = `sudo sh -c 'umask 077; mkdir -p /etc/muster; cat > ${TOKEN_FILE}; chmod 600 ${TOKEN_FILE}'`;

/** What runs every minute. Beside it stand the units that start it, and the command that looks after it. */
export function followScript({
  address,
  gatewayId,
}: {
  /** Of the console: `https://muster.example`. */
  address: string;
  gatewayId: string;
}): string {
  return `sudo sh -eu <<'SETUP'
cat > /usr/local/sbin/muster-peers <<'SCRIPT'
${peersScript(`${address}/api/v1/gateways/${gatewayId}/wireguard`)}
SCRIPT
chmod 755 /usr/local/sbin/muster-peers

cat > /etc/systemd/system/muster-peers.service <<'UNIT'
[Unit]
Description=WireGuard peers from Muster
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart=/usr/local/sbin/muster-peers
UNIT

cat > /etc/systemd/system/muster-peers.timer <<'UNIT'
[Unit]
Description=WireGuard peers from Muster, every minute

[Timer]
OnCalendar=minutely
AccuracySec=5s

[Install]
WantedBy=timers.target
UNIT

systemctl daemon-reload
systemctl enable --now muster-peers.timer
SETUP`;
}

export const logCommand = "journalctl -u muster-peers -n 20";

/**
 * Of the interface its own section is kept: a file of peers alone would take its key from it. What is known of the last
 * answer belongs to one life of the interface: one that comes up anew has no peers.
 */
function peersScript(url: string): string {
  return `#!/bin/sh
# Gives the interface the peers that Muster has for this gateway.
set -eu
umask 077
interface=wg0
url='${url}'

state=/run/muster-$interface-$(cat "/sys/class/net/$interface/ifindex")
mkdir -p "$state"
cd "$state"
trap 'rm -f running wg.conf' EXIT
touch etag
: > peers
status=$(printf 'header = "Authorization: Bearer %s"\\n' "$(cat ${TOKEN_FILE})" |
  curl -fsS --max-time 50 --config - --etag-compare etag --etag-save etag.new \\
    --output peers --write-out '%{http_code}' "$url")
[ "$status" = 200 ] || exit 0

# Its own key and port stay, its peers are replaced.
wg showconf "$interface" > running
sed '/^\\[Peer\\]/,$d' running > wg.conf
cat peers >> wg.conf
wg syncconf "$interface" wg.conf
mv etag.new etag`;
}
