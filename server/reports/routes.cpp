#include "server/reports/routes.h"

#include "server/http/router.h"
#include "server/reports/service.h"

void reports::routes(http::Router &router, Service &reports)
{
    router.on(api::listReports, [&](const Caller &caller) { return reports.listReports(caller); });
    router.on(api::listExports, [&](const Caller &caller) { return reports.listExports(caller); });
    router.on(api::runReport, [&](const Caller &caller, ReportName name, const RunReport &wish) {
        return reports.runReport(caller, name, wish);
    });
    router.on(api::listRuns,
              [&](const Caller &caller, const ListRuns &wish) { return reports.listRuns(caller, wish); });
    router.on(api::readRun, [&](const Caller &caller, Id<ReportRun> id) { return reports.readRun(caller, id); });
    router.on(api::downloadRun,
              [&](const Caller &caller, Id<ReportRun> id) { return reports.downloadRun(caller, id); });
    router.on(api::cancelRun, [&](const Caller &caller, Id<ReportRun> id) { return reports.cancelRun(caller, id); });
    router.on(api::retryRun, [&](const Caller &caller, Id<ReportRun> id) { return reports.retryRun(caller, id); });
    router.on(api::listDefinitions, [&](const Caller &caller) { return reports.listDefinitions(caller); });
    router.on(api::addDefinition, [&](const Caller &caller, const PutReportDefinition &wish) {
        return reports.addDefinition(caller, wish);
    });
    router.on(api::changeDefinition,
              [&](const Caller &caller, Id<ReportDefinition> id, const PutReportDefinition &wish) {
                  return reports.changeDefinition(caller, id, wish);
              });
    router.on(api::removeDefinition,
              [&](const Caller &caller, Id<ReportDefinition> id) { return reports.removeDefinition(caller, id); });
    router.on(api::runDefinition,
              [&](const Caller &caller, Id<ReportDefinition> id) { return reports.runDefinition(caller, id); });
    router.on(api::pullReport, [&](const Caller &caller, ReportName name, const PullReport &wish) {
        return reports.pullReport(caller, name, wish);
    });
    router.on(api::askStatement,
              [&](const Caller &caller, const AskStatement &wish) { return reports.askStatement(caller, wish); });
    router.on(api::listStatements,
              [&](const Caller &caller, const ListStatements &wish) { return reports.listStatements(caller, wish); });
    router.on(api::readStatement,
              [&](const Caller &caller, Id<ReportRun> id) { return reports.readStatement(caller, id); });
    router.on(api::downloadStatement,
              [&](const Caller &caller, Id<ReportRun> id) { return reports.downloadStatement(caller, id); });
    router.on(api::listRecipients, [&](const Caller &caller) { return reports.listRecipients(caller); });
}
