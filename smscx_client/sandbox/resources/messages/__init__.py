"""Messages on every channel: send, estimate, delete while scheduled, and simulated delivery."""
