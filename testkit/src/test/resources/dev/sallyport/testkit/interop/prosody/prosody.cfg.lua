-- A Prosody 0.12 as XMPP partner on loopback, which sends nothing anywhere else: it listens at ADDRESS:5269.
-- INTEROP is a directory that holds key.pem, cert.pem, ca.pem, hosts ("127.0.0.3 contoso.lab" ...), plugins/ and data/.
-- MODULES adds modules, separated by spaces: "tls saslauth" for SASL EXTERNAL, "tls" for dialback over TLS, none for
-- dialback in clear. SECURE=1 demands TLS and a valid certificate.
local here = os.getenv("INTEROP") .. "/"
local secure = os.getenv("SECURE") == "1"

-- What is set here cannot be read back, hence the local.
local modules = { "s2s", "dialback", "ping", "sallyport_ping" }
for name in (os.getenv("MODULES") or ""):gmatch("%S+") do
	table.insert(modules, name)
end
modules_enabled = modules
modules_disabled = { "c2s" }
plugin_paths = { here .. "plugins" }

run_as_root = true
pidfile = here .. "prosody.pid"
data_path = here .. "data"
log = { { levels = { min = "debug" }, to = "file", filename = here .. "prosody.log" } }

interfaces = { os.getenv("ADDRESS") }
s2s_ports = { 5269 }
s2s_require_encryption = secure
s2s_secure_auth = secure

-- Names come from the file alone: the zone of everything is answered here, and no address family is left to ask by.
unbound = {
	resolvconf = false,
	hoststxt = here .. "hosts",
	options = { ["local-zone:"] = "lab. static", ["do-ip4:"] = "no", ["do-ip6:"] = "no" },
}

VirtualHost "partner.lab"
	ssl = { key = here .. "key.pem", certificate = here .. "cert.pem", cafile = here .. "ca.pem" }
