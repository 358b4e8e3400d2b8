#pragma once

struct Config;

// Runs the server until SIGTERM or SIGINT and returns the exit code. A second signal cuts short what is still running.
int serve(const Config &config);
