-- Pings the domain PING (contoso.lab) once, three seconds after the start, and logs PONG or why not.
local st = require "util.stanza";

local domain = os.getenv("PING");
if domain then
	module:add_timer(3, function ()
		local ping = st.iq({ type = "get", from = module.host, to = domain, id = "p1" }):tag("ping", { xmlns = "urn:xmpp:ping" });
		module:send_iq(ping, nil, 8):next(
			function () module:log("info", "PONG from %s", domain); end,
			function (problem) module:log("info", "NO PONG from %s: %s", domain, problem); end);
	end);
end
