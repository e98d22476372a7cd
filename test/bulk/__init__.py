"""Tests of bulk jobs, against the sandbox in this process."""
