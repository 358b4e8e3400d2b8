#pragma once

// What the heatmap does when time passes.

namespace jobs {
class Service;
}

namespace heatmap {

class Service;
void jobs(::jobs::Service &jobs, Service &heatmap);

} // namespace heatmap
