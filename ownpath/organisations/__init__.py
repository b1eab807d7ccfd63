"""Authorities and their teams. An authority is the tenant: everything else belongs to exactly one."""
