"""The tests. The folders mirror the packages that they test; `support` has the helpers that several of them share."""
