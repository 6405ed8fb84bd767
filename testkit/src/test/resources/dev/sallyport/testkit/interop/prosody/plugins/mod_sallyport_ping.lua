-- Pings the domain PING (contoso.lab) once Prosody has started, and logs PONG or why not.
local st = require "util.stanza";

local domain = os.getenv("PING");

local function ping()
	local iq = st.iq({ type = "get", from = module.host, to = domain, id = "p1" }):tag("ping", { xmlns = "urn:xmpp:ping" });
	module:send_iq(iq, nil, 8):next(
		function () module:log("info", "PONG from %s", domain); end,
		function (problem) module:log("info", "NO PONG from %s: %s", domain, problem); end);
end

if domain and module.host ~= "*" then
	module:add_timer(0.1, ping);
end
