#pragma once

struct Config;

// Runs the server until SIGTERM or SIGINT and returns the exit code. A second signal ends the process at
// once.
int serve(const Config &config);
