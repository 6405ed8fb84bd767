"""Asks the endpoint mapper of a host where an interface is to be found over TCP, and calls it there.

map.py HOST INTERFACE VERSION: prints "mapped BINDING", then "bound BINDING"; or "refused WORDS".
"""

import sys

from impacket.dcerpc.v5 import epm, transport
from impacket.dcerpc.v5.rpcrt import DCERPCException
from impacket.uuid import uuidtup_to_bin

host, interface, version = sys.argv[1:4]
wanted = uuidtup_to_bin((interface, version))
try:
    binding = epm.hept_map(host, wanted, protocol="ncacn_ip_tcp")
    print("mapped", binding)
except DCERPCException as refusal:
    print("refused", refusal)
    sys.exit(0)
rpc = transport.DCERPCTransportFactory(binding).get_dce_rpc()
rpc.connect()
rpc.bind(wanted)
print("bound", binding)
rpc.disconnect()
