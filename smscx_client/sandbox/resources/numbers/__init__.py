"""Phone numbers: validation, and lookups of network, status, porting and roaming."""
