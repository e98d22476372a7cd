"""The tests. The folders mirror the packages that they test; `support` holds what several of them share."""
