// The part of Service that cuts pictures to the shape of their slots.

#include "server/ads/service.h"
#include "server/storage/service.h"

namespace ads {

// What is wrong with a picture, said where an ad names it.
Error Service::ofPicture(Error error, const AdSlotShape &shape)
{
    for (FieldError &each : error.fields) {
        each.field = QStringLiteral("image_id");
        if (each.problem == u"too_small")
            each.problem = QStringLiteral("must have at least %1 × %2 pixels").arg(shape.width).arg(shape.height);
    }
    return error;
}

// The picture is cut before the transaction begins, because a program is started for it. A new picture is the caller's;
// an old one is cut anew when the slot has another shape.
Result<Service::Pictures> Service::pictures(const Caller &caller, const PutAd &wish, const std::optional<AdRow> &before)
{
    const AdSlotShape &shape = shapeOf(wish.slot);
    const storage::Pixels place{shape.width, shape.height};
    const storage::Ration ration = caller.isAdmin() ? storage::Ration::Houses : storage::Ration::Accounts;
    if (wish.imageId) {
        const auto cut = m_storage.fitted(*wish.imageId, caller.id, place, ration);
        if (!cut)
            return tl::unexpected(ofPicture(cut.error(), shape));
        return Pictures{*wish.imageId, *cut, caller.id};
    }
    if (!before)
        return refusal(QStringLiteral("image_id"), QStringLiteral("is required"));
    if (before->slot == wish.slot)
        return Pictures{before->sourceId, before->imageId, before->pictureOwnerId};
    const auto cut = m_storage.fitted(before->sourceId, before->pictureOwnerId, place, ration);
    if (!cut)
        return tl::unexpected(ofPicture(cut.error(), shape));
    return Pictures{before->sourceId, *cut, before->pictureOwnerId};
}

Result<> Service::claimPictures(Tx &tx, AdRow &row, const Pictures &pictures)
{
    for (const Id<StoredFile> id : {pictures.source, pictures.cut})
        MUST(m_storage.claim(tx, id, pictures.owner, FilePurpose::Ad));
    row.sourceId = pictures.source;
    row.imageId = pictures.cut;
    row.pictureOwnerId = pictures.owner;
    return {};
}

} // namespace ads
