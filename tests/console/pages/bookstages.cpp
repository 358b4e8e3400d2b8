#include "console/kit/tableview.h"
#include "tests/console/pages/bookspage.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/stages.h"

std::vector<Stage> bookStages()
{
    const QString store = samples::ledgerAccounts().at(2).id.text();
    const QString frozen = samples::ledgerAccounts().at(3).id.text();
    return {{"books", Role::Admin, booksPage, [store](kit::Page &page) { page.reveal(store); }},
            {"books-frozen", Role::Admin, booksPage, [frozen](kit::Page &page) { page.reveal(frozen); }},
            {"books-posting", Role::Admin, booksPage,
             [store](kit::Page &page) {
                 page.reveal(store);
                 Q_EMIT page.findChild<kit::TableView *>("statement")->opened(samples::correction().id.text());
             }},
            {"books-trial", Role::Admin, booksPage, [](kit::Page &page) { press(page, "trial"); }},
            {"books-custody", Role::Admin,
             [](ConsoleKit &console) {
                 kit::Page *page = booksPage(console);
                 console.server.answer(api::readCustody, samples::custody(WalletMode::Mirror));
                 return page;
             },
             [](kit::Page &page) { press(page, "custody"); }},
            {"books-correct", Role::Admin, booksPage, [](kit::Page &page) { press(page, "correct"); }}};
}
