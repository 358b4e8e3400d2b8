#include "server/sandbox/invoice.h"

#include "server/sandbox/invoicetable.h"
#include "server/sandbox/reportpaper.h"
#include "shared/base/json.h"
#include "shared/base/rupeewords.h"
#include "shared/base/states.h"

namespace invoice {

using report::Paper;
using report::perPoint;
using report::Weight;

namespace {

constexpr qsizetype longest = 1 << 20; // bytes
constexpr int line = 13 * perPoint;
constexpr int gap = 10 * perPoint;
constexpr int headHeight = 252 * perPoint;
constexpr int closeHeight = 186 * perPoint;
constexpr int labelWidth = 96 * perPoint;

QString titleOf(const InvoicePaper &paper, const report::Words &words)
{
    switch (paper.kind) {
    case InvoiceKind::TaxInvoice: return words("Tax invoice");
    case InvoiceKind::SaleInvoice: return words("Invoice");
    case InvoiceKind::CreditNote: return words("Credit note");
    case InvoiceKind::CommissionInvoice: return words("Tax invoice for commission");
    case InvoiceKind::CommissionCreditNote: return words("Credit note for commission");
    }
    return {};
}

// "Maharashtra (27)"
QString stateOf(const QString &region, const QString &number, const report::Words &words)
{
    const char *name = stateName(region);
    if (!name)
        return {};
    return number.isEmpty() ? words(name) : QStringLiteral("%1 (%2)").arg(words(name), number);
}

class Form
{
public:
    Form(Paper &paper, const InvoiceDrawing &drawing)
        : m_paper(paper)
        , m_drawing(drawing)
        , m_invoice(drawing.paper)
    {}

    void head(const QRect &body)
    {
        const report::Words &words = m_paper.words();
        const Weight bold = Weight::Bold;
        m_paper.line({body.x(), body.y(), body.width() * 3 / 5, 30 * perPoint}, titleOf(m_invoice, words),
                     Paper::font(200, bold), m_paper.inks().text);
        m_paper.line({body.x(), body.y(), body.width(), 30 * perPoint}, words("Original for recipient"),
                     Paper::font(85, Weight::Normal), m_paper.inks().text2, Qt::AlignRight);
        m_paper.painter().fillRect(QRect(body.x(), body.y() + 32 * perPoint, body.width(), perPoint),
                                   m_paper.inks().accent);
        m_y = body.y() + 40 * perPoint;
        facts(body);
        m_y += gap;
        const int half = (body.width() - gap) / 2;
        const int top = m_y;
        party({body.x(), top, half, 0}, words("From"), m_invoice.seller);
        party({body.x() + half + gap, top, half, 0}, words("To"), m_invoice.buyer);
    }

    void close(const QRect &body, int top)
    {
        const report::Words &words = m_paper.words();
        const int left = body.width() * 11 / 20;
        m_y = top + gap;
        const QRect sums(body.x() + left + gap, m_y, body.width() - left - gap, 0);
        int y = sum(sums, m_y, words("Taxable value"), m_invoice.taxable, Weight::Normal);
        if (m_invoice.isInterstate) {
            y = sum(sums, y, words("IGST"), m_invoice.igst, Weight::Normal);
        } else {
            y = sum(sums, y, words("CGST"), m_invoice.cgst, Weight::Normal);
            y = sum(sums, y, words("SGST"), m_invoice.sgst, Weight::Normal);
        }
        sum(sums, y, words("Total"), m_invoice.total, Weight::Bold);

        m_paper.line({body.x(), m_y, left, line}, words("Amount in words"), Paper::font(85, Weight::Normal),
                     m_paper.inks().text2);
        m_y += line;
        m_y += m_paper.lines({body.x(), m_y, left, 0}, rupeesInWords(m_invoice.total, m_drawing.language),
                             Paper::font(95, Weight::Bold), m_paper.inks().text, 4);
        m_y = qMax(m_y, top + gap + 5 * line);
        for (const QString &note : notes())
            m_y += m_paper.lines({body.x(), m_y + gap / 2, body.width(), 0}, note, Paper::font(85, Weight::Normal),
                                 m_paper.inks().text2, 2) +
                   gap / 2;
    }

private:
    void fact(const QRect &body, const QString &name, const QString &value)
    {
        if (value.isEmpty())
            return;
        m_paper.line({body.x(), m_y, labelWidth, line}, name, Paper::font(90, Weight::Normal), m_paper.inks().text2);
        m_paper.line({body.x() + labelWidth, m_y, body.width() - labelWidth, line}, value,
                     Paper::font(90, Weight::Bold), m_paper.inks().text);
        m_y += line;
    }

    void facts(const QRect &body)
    {
        const report::Words &words = m_paper.words();
        fact(body, words("Number"), m_invoice.number);
        fact(body, words("Date"), words.day(m_invoice.day));
        fact(body, words("Order"), m_invoice.orderNumber.value_or(QString()));
        fact(body, words("Month"), m_invoice.month.value_or(QString()));
        if (m_invoice.invoiceNumber)
            fact(body, words("To the invoice"),
                 *m_invoice.invoiceNumber + QStringLiteral(" · ") +
                     words.day(m_invoice.invoiceDay.value_or(QString())));
        fact(body, words("Place of supply"), stateOf(m_invoice.placeOfSupply, {}, words));
        fact(body, words("Reverse charge"), words("No"));
    }

    void party(const QRect &where, const QString &role, const InvoiceParty &party)
    {
        const report::Words &words = m_paper.words();
        const report::Inks &inks = m_paper.inks();
        const QFont plain = Paper::font(90, Weight::Normal);
        int y = where.y();
        const auto say = [&](const QString &text, const QFont &font, const QColor &ink) {
            if (text.isEmpty())
                return;
            m_paper.line({where.x(), y, where.width(), line}, text, font, ink);
            y += line;
        };
        say(role, Paper::font(85, Weight::Normal), inks.text2);
        say(party.name, Paper::font(100, Weight::Bold), inks.text);
        say(party.tradeName == party.name ? QString() : party.tradeName, plain, inks.text);
        if (!party.address.isEmpty())
            y += m_paper.lines({where.x(), y, where.width(), 0}, party.address, plain, inks.text, 2);
        say(QStringList{party.place, party.pincode}.join(u' ').trimmed(), plain, inks.text);
        say(stateOf(party.region, party.stateNumber, words), plain, inks.text);
        say(party.gstin.isEmpty() ? words("GSTIN: none") : words("GSTIN: %1").arg(party.gstin), plain, inks.text);
    }

    int sum(const QRect &where, int y, const QString &name, Money amount, Weight weight)
    {
        const QFont font = Paper::font(weight == Weight::Bold ? 120 : 95, weight);
        const int height = weight == Weight::Bold ? 22 * perPoint : 15 * perPoint;
        m_paper.line({where.x(), y, where.width() / 2, height}, name, font, m_paper.inks().text);
        m_paper.number({where.x() + where.width() / 2, y, where.width() / 2, height},
                       m_paper.words().value(ValueKind::Money, amount.text()), font, m_paper.inks().text);
        return y + height;
    }

    QStringList notes() const
    {
        const report::Words &words = m_paper.words();
        QStringList out;
        if (!m_invoice.weighTickets.isEmpty()) {
            QStringList numbers;
            for (const qint64 each : m_invoice.weighTickets)
                numbers += QString::number(each);
            out += words("Weigh tickets of the store: %1").arg(numbers.join(QStringLiteral(", ")));
        }
        if (m_invoice.orders)
            out += words("Settled orders: %1").arg(*m_invoice.orders);
        if (m_invoice.kind == InvoiceKind::SaleInvoice)
            out += words("The store has no GSTIN, so no tax is charged.");
        else
            out += words("Prices have the tax within.");
        out += words("Issued electronically; valid without a signature.");
        return out;
    }

    Paper &m_paper;
    const InvoiceDrawing &m_drawing;
    const InvoicePaper &m_invoice;
    int m_y = 0;
};

DocumentHead headOf(const InvoiceDrawing &drawing, const report::Words &words)
{
    return {.title = titleOf(drawing.paper, words) + u' ' + drawing.paper.number,
            .subtitle = {},
            .from = drawing.paper.day,
            .to = drawing.paper.day,
            .language = drawing.language,
            .createdAt = drawing.paper.issuedAt.text(),
            .figures = {},
            .charts = {}};
}

std::optional<InvoiceDrawing> read(std::FILE *in)
{
    QByteArray text(longest + 1, Qt::Uninitialized);
    text.truncate(qsizetype(std::fread(text.data(), 1, std::size_t(text.size()), in)));
    auto drawing = json::parse<InvoiceDrawing>(text);
    return text.size() > longest || !drawing ? std::nullopt : std::optional(std::move(*drawing));
}

} // namespace

tl::expected<void, report::Refusal> draw(std::FILE *in, std::FILE *out)
{
    const auto drawing = read(in);
    if (!drawing)
        return tl::unexpected(report::Refusal::Damaged);
    const report::Words words(drawing->language);
    const DocumentHead head = headOf(*drawing, words);
    Paper paper(out, head, words);
    Form form(paper, *drawing);
    Table table(paper, drawing->paper, {headHeight, closeHeight});
    paper.begin(table.sheets(), report::Way::Upright);
    form.head(paper.body());
    const int bottom = table.draw();
    form.close(paper.body(), bottom);
    return paper.finish() ? tl::expected<void, report::Refusal>() : tl::unexpected(report::Refusal::Unwritten);
}

} // namespace invoice
