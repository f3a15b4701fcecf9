/** The configuration of a telephone of the house, at an address of its own. */
export function telephone(name: string, address: string, port: number): string {
  return `[${name}]
type=endpoint
transport=ringtrail-udp
context=from-business
disallow=all
allow=ulaw
direct_media=no
trust_id_outbound=yes
send_pai=yes
send_connected_line=no
aors=${name}
[${name}]
type=aor
contact=sip:${address}:${port}
[${name}]
type=identify
endpoint=${name}
match=${address}
`;
}
