# SPDX-License-Identifier: EUPL-1.2
"""The frozen program -> the same command line as `senior-desktop`; without words the app."""

import sys

from senior_desktop.__main__ import main

sys.exit(main())
