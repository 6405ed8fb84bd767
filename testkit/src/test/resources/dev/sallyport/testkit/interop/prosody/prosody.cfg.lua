-- A Prosody 0.12 as XMPP partner on loopback, inside a network namespace of its own: it listens on 127.0.0.2:5269.
-- INTEROP is a directory that holds: ca.pem, partner.lab.crt, partner.lab.key, hosts ("127.0.0.3 contoso.lab" ...),
-- data/. MODULES adds modules, separated by spaces: "tls saslauth s2s_bidi" for SASL EXTERNAL, "tls" for dialback over
-- TLS, none for dialback in clear. SECURE=1 demands TLS and a valid certificate.
local here = os.getenv("INTEROP") .. "/"
local secure = os.getenv("SECURE") == "1"

-- What is set here cannot be read back, hence the local.
local modules = { "s2s", "dialback", "ping", "sallyport_ping" }
for name in (os.getenv("MODULES") or ""):gmatch("%S+") do
	table.insert(modules, name)
end
modules_enabled = modules
modules_disabled = { "c2s" }
plugin_paths = { os.getenv("PLUGINS") }

run_as_root = true
pidfile = here .. "prosody.pid"
data_path = here .. "data"
log = { { levels = { min = "debug" }, to = "file", filename = here .. "prosody.log" } }

interfaces = { "127.0.0.2" }
s2s_ports = { 5269 }
s2s_require_encryption = secure
s2s_secure_auth = secure

-- Without a name server: SRV look-ups fail at once where there is no route, then the addresses come from this file.
unbound = { resolvconf = false, hoststxt = here .. "hosts" }

VirtualHost "partner.lab"
	ssl = { key = here .. "partner.lab.key", certificate = here .. "partner.lab.crt", cafile = here .. "ca.pem" }
