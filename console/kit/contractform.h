#pragma once

// A form of any contract type: the page names the members it asks for; the checks of FIELDS run before anything is
// sent, and what the server still refuses stands beside its field.
//     ContractForm<PutVendor> form(theme);
//     form.ask(&PutVendor::storeName, &PutVendor::ownerName);
//     form.askAtLength(&PutVendor::description);
//     if (const auto wish = form.value()) whenDone(this, api.call(api::updateVendorProfile, *wish), …);

#include "console/kit/display.h"
#include "console/kit/form.h"
#include "shared/base/json.h"

namespace kit {

template <fields::Contract T>
class ContractForm : public Form
{
public:
    using Form::Form;

    template <class... Member>
    void ask(Member T::*...members)
    {
        (add(fieldOf(members)), ...);
    }
    // What the contract can do without, but not who is asked here.
    template <class V>
    void require(std::optional<V> T::*member)
    {
        Field field = fieldOf(member);
        field.isOptional = false;
        m_required += field.key;
        add(field);
    }
    void askAtLength(QString T::*member) { askLong(member); }
    void askAtLength(std::optional<QString> T::*member) { askLong(member); }

    // An id or text that is picked from what the server offers: value and name.
    template <class V>
    void askFrom(V T::*member, const QList<std::pair<QString, QString>> &offers)
    {
        Field field = fieldOf(member);
        field.kind = Kind::Choice;
        field.choices.clear(); // of an enum only what is offered
        for (const auto &[value, name] : offers)
            field.choices += Choice{value, name.toUtf8(), "names"};
        add(field);
    }

    // Any number of those that the server offers.
    template <class V>
    void askSeveral(QList<V> T::*member, const QList<std::pair<QString, QString>> &offers)
    {
        Field field = fieldOf(member);
        field.kind = Kind::Several;
        for (const auto &[value, name] : offers)
            field.choices += Choice{value, name.toUtf8(), "names"};
        add(field);
    }
    void askDay(std::optional<QString> T::*member)
    {
        Field field = fieldOf(member);
        field.kind = Kind::Day;
        add(field);
    }

    // What is not asked for keeps the value it has here.
    void fill(const T &value)
    {
        m_value = value;
        put(objectOf(value));
    }

    // A member that is not typed: the id of a file, the version that was seen.
    template <class V>
    void set(V T::*member, const std::type_identity_t<V> &value)
    {
        m_value.*member = value;
    }

    // The value as typed, or nothing when a check of FIELDS fails; then the problems are shown.
    virtual std::optional<T> value()
    {
        QJsonObject values = objectOf(m_value);
        take(values);
        if (const auto missing = missingIn(values); !missing.isEmpty()) {
            showProblems(missing);
            return std::nullopt;
        }
        auto read = json::read<T>(values, json::Reader::Source::Query);
        if (read) {
            clearProblems();
            return *read;
        }
        // What fails without standing in the form has to be said all the same.
        if (const auto strangers = showProblems(read.error().fields); !strangers.isEmpty())
            Q_EMIT misplaced(spoken(strangers));
        return std::nullopt;
    }

    // What the object has become elsewhere since it was filled in. Fields that nobody touched here show it; what was
    // typed stays. Returns the names of what has changed, except of the version, which is taken over.
    virtual QStringList merge(const T &theirs)
    {
        const QJsonObject before = objectOf(m_value), now = objectOf(theirs);
        QJsonObject untouched = before, typed = before;
        take(typed);
        put(before);
        take(untouched); // as a form gives back what was put into it
        QJsonObject next = now;
        QStringList changed;
        fields::forEach<T>([&](const auto &field) {
            const QString key = field.wire.latin1();
            const bool isTyped = typed.value(key) != untouched.value(key);
            if (isTyped)
                next.insert(key, typed.value(key));
            if (before.value(key) != now.value(key) && key != QLatin1StringView("version"))
                changed += nameOf(key);
        });
        m_value = theirs;
        put(next);
        Q_EMIT touched();
        return changed;
    }

protected:
    QString nameOf(const QString &key) const override
    {
        QString name = key;
        fields::forEach<T>([&](const auto &field) {
            if (key == field.wire.latin1())
                name = display::title(field.check.label, field.wire.latin1());
        });
        return name;
    }

private:
    static QJsonObject objectOf(const T &value)
    {
        QJsonObject object = json::document(json::bytes(value))->toObject();
        for (const QString &key : object.keys()) {
            if (object.value(key).isNull())
                object.remove(key);
        }
        return object;
    }

    QList<FieldError> missingIn(const QJsonObject &values) const
    {
        QList<FieldError> out;
        for (const QByteArray &key : m_required) {
            if (values.value(QLatin1StringView(key)).toString().isEmpty())
                out += {QString::fromLatin1(key), QStringLiteral("is required")};
        }
        return out;
    }

    template <class V>
    void askLong(V T::*member)
    {
        Field field = fieldOf(member);
        field.kind = Kind::Lines;
        add(field);
    }

    template <class V>
    Field fieldOf(V T::*member) const
    {
        Field out;
        fields::forEach<T>([&](const auto &field) {
            if constexpr (std::is_same_v<decltype(field.member), V T::*>) {
                if (field.member == member) {
                    out.key = QByteArray(field.wire.text, qsizetype(field.wire.size));
                    out.label = display::source(field.check.label, field.wire.latin1());
                    out.lengthMax = field.check.lengthMax;
                    out.isOptional = json::isOptional<V> || (field.check.standard && !names::NamedEnum<V>);
                    out.kind = field.check.secret ? Kind::Secret : Kind::Line;
                }
            }
        });
        out.isText = std::is_same_v<V, QString>;
        describe<V>(out);
        return out;
    }

    template <class V>
    static void describe(Field &field)
    {
        if constexpr (json::isOptional<V>) {
            describe<typename V::value_type>(field);
        } else if constexpr (std::is_same_v<V, bool>) {
            field.kind = Kind::Yes;
        } else if constexpr (names::NamedEnum<V>) {
            field.kind = Kind::Choice;
            const QStringList all = names::all<V>();
            for (int i = 0; i < all.size(); ++i)
                field.choices += Choice{all.at(i), {}, nullptr, display::keyOf(V(i))};
        }
    }

    T m_value{};
    QByteArrayList m_required;
};

} // namespace kit
