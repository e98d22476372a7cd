"""What tox.ini cannot say: `whole` runs all tests with the Python of tox. So `tox` leaves out the environment that
would run some of them again with it. `tox -e py311` runs it nevertheless.
"""

import os
import sys

if not any(option.startswith(("-e", "--env")) for option in sys.argv[1:]):
    os.environ.setdefault("TOX_SKIP_ENV", f"py{sys.version_info.major}{sys.version_info.minor}")
