#include "server/catalog/rules.h"
#include "tests/commerce/bazaar.h"
#include "tests/support/runner.h"

class TestOfCategories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // CAT-10
    void slugsFollowTheTreeAndNamesAreUniquePerParent()
    {
        Bazaar bazaar;
        const Caller admin = bazaar.admin();
        const Id<Category> metals = bazaar.category(QStringLiteral("Metals"));
        const auto copper =
            bazaar.catalog.addCategory(admin, {.parentId = metals, .name = QStringLiteral("Copper & Brass")});

        const auto twin =
            bazaar.catalog.addCategory(admin, {.parentId = metals, .name = QStringLiteral("copper brass")});
        const auto elsewhere = bazaar.catalog.addCategory(admin, {.name = QStringLiteral("Copper & Brass")});
        const auto tree = bazaar.catalog.listCategories({});

        QCOMPARE(copper->slug, QStringLiteral("metals-copper-brass"));
        QCOMPARE(twin.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(elsewhere->slug, QStringLiteral("copper-brass"));
        QCOMPARE(tree->size(), 3);
        const auto placeOf = [&](Id<Category> id) {
            qsizetype at = 0;
            while (tree->at(at).id != id)
                ++at;
            return at;
        };
        QVERIFY(placeOf(metals) < placeOf(copper->id));
    }

    void aCategoryCannotMoveBelowItself()
    {
        Bazaar bazaar;
        const Caller admin = bazaar.admin();
        const Id<Category> metals = bazaar.category(QStringLiteral("Metals"));
        const Id<Category> copper = bazaar.category(QStringLiteral("Copper"), metals);

        const auto below =
            bazaar.catalog.updateCategory(admin, metals, {.parentId = copper, .name = QStringLiteral("Metals")});
        const auto self =
            bazaar.catalog.updateCategory(admin, metals, {.parentId = metals, .name = QStringLiteral("Metals")});

        QCOMPARE(below.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(self.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(bazaar.db.number("count(*) FROM categories WHERE parent_id IS NULL"), 1);
    }

    // What the index takes for one name is refused as one name, not by the database.
    void namesThatDifferByAccentsOnlyAreTheSame()
    {
        Bazaar bazaar;
        const Caller admin = bazaar.admin();
        const Id<Category> first = bazaar.category(QStringLiteral("Cafe"));
        const Id<Category> other = bazaar.category(QStringLiteral("Kitchen"));

        const auto added = bazaar.catalog.addCategory(admin, {.name = QStringLiteral("Café")});
        const auto renamed = bazaar.catalog.updateCategory(admin, other, {.name = QStringLiteral("  CAFÉ ")});
        const auto itself = bazaar.catalog.updateCategory(admin, first, {.name = QStringLiteral("Café")});

        QCOMPARE(added.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(renamed.error().fields.constFirst().field, QStringLiteral("name"));
        QCOMPARE(itself->name, QStringLiteral("Café"));
        QCOMPARE(bazaar.db.number("count(*) FROM categories WHERE slug = 'kitchen'"), 1);
    }

    void aBranchMovesOnlyWhereAllOfItHasRoom()
    {
        Bazaar bazaar;
        const Caller admin = bazaar.admin();
        Id<Category> deep = bazaar.category(QStringLiteral("D1")), above = deep;
        for (int level = 2; level < catalog::categoryDepthMax; ++level) {
            above = deep;
            deep = bazaar.category(QStringLiteral("D%1").arg(level), deep);
        }
        const Id<Category> branch = bazaar.category(QStringLiteral("Branch"));
        bazaar.category(QStringLiteral("Leaf"), branch);

        const auto tooDeep =
            bazaar.catalog.updateCategory(admin, branch, {.parentId = deep, .name = QStringLiteral("Branch")});
        QCOMPARE(bazaar.db.number("count(*) FROM categories WHERE parent_id IS NULL"), 2);
        const auto fitting =
            bazaar.catalog.updateCategory(admin, branch, {.parentId = above, .name = QStringLiteral("Branch")});

        QCOMPARE(tooDeep.error().fields.constFirst().field, QStringLiteral("parent_id"));
        QVERIFY(fitting);
    }

    void aNewNameGoesDownTheBranch()
    {
        Bazaar bazaar;
        const Id<Category> metals = bazaar.category(QStringLiteral("Metals"));
        const Id<Category> copper = bazaar.category(QStringLiteral("Copper"), metals);
        bazaar.category(QStringLiteral("Wire"), copper);

        const auto renamed =
            bazaar.catalog.updateCategory(bazaar.admin(), metals, {.name = QStringLiteral("Non Ferrous")});

        QVERIFY(renamed);
        QCOMPARE(bazaar.db.number("count(*) FROM categories WHERE slug = 'non-ferrous-copper-wire'"), 1);
    }

    // API-13: a new name of the branch is a change of what lies below, too.
    void aCategoryThatHasChangedMeanwhileIsNotOverwritten()
    {
        Bazaar bazaar;
        const Caller admin = bazaar.admin();
        const Id<Category> metals = bazaar.category(QStringLiteral("Metals"));
        const Id<Category> copper = bazaar.category(QStringLiteral("Copper"), metals);
        const auto rename = [&](Id<Category> id, const QString &name, std::optional<Id<Category>> parent,
                                qint64 version) {
            return bazaar.catalog.updateCategory(admin, id, {.parentId = parent, .name = name, .version = version});
        };

        const auto first = rename(metals, QStringLiteral("Non Ferrous"), std::nullopt, 1);
        const auto second = rename(metals, QStringLiteral("Base metals"), std::nullopt, 1);
        const auto below = rename(copper, QStringLiteral("Red metal"), metals, 1);

        QCOMPARE(first->version, 2);
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QCOMPARE(below.error().code, ErrorCode::Conflict);
        QCOMPARE(bazaar.db.number("count(*) FROM categories WHERE name IN ('Non Ferrous', 'Copper')"), 2);
        QCOMPARE(rename(copper, QStringLiteral("Red metal"), metals, 2)->version, 3);
    }

    void onlyAdminsWithThePermissionChangeCategories()
    {
        Bazaar bazaar;
        const Caller clerk{.role = Role::Admin, .known = true, .permissions = {Permission::ReviewKyc}};

        const auto byVendor =
            bazaar.catalog.addCategory(bazaar.vendor(QStringLiteral("asha")), {.name = QStringLiteral("X")});
        const auto byClerk = bazaar.catalog.addCategory(clerk, {.name = QStringLiteral("X")});

        QCOMPARE(byVendor.error().code, ErrorCode::PermissionMissing);
        QCOMPARE(byClerk.error().code, ErrorCode::PermissionMissing);
        QCOMPARE(bazaar.db.number("count(*) FROM categories"), 0);
    }
};

TEST_CLASS(TestOfCategories)

#include "tst_categories.moc"
