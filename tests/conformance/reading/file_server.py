"""The server of the kit, and one header more: `LinkChecker`, by which a site lets that program read it without pauses.

Without it there is a pause of a third of a second before each of some five thousand addresses: half an hour of waiting.
"""

import http.server
import sys

from RangeHTTPServer import RangeRequestHandler


class Handler(RangeRequestHandler):
    def end_headers(self):
        self.send_header("LinkChecker", "welcome")
        super().end_headers()


http.server.test(HandlerClass=Handler, port=int(sys.argv[1]), bind="127.0.0.1")
