#pragma once

// The operator's commands beside serving: migrate, demo, admin create, ledger verify, ledger recarry,
// analytics rebuild, heatmap rebuild. Each returns an exit code.

struct CommandLine;

int runCommand(const CommandLine &line);
