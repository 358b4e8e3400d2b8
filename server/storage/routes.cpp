#include "server/storage/routes.h"

#include "server/storage/service.h"

namespace storage {

void routes(http::Router &router, Service &storage)
{
    router.on(api::uploadFile, [&](const Caller &caller, const Upload<FileQuery> &upload) {
        return storage.uploadFile(caller, upload);
    });
    router.on(api::readFile, [&](const Caller &caller, Id<StoredFile> id) { return storage.readFile(caller, id); });
    router.on(api::downloadSealedFile, [&](const Caller &caller, Id<StoredFile> id, const SignedLink &link) {
        return storage.downloadSealedFile(caller, id, link);
    });
    router.on(api::downloadFile, [&](const Caller &caller, Id<StoredFile> id, const SignedLink &link) {
        return storage.downloadFile(caller, id, link);
    });
}

} // namespace storage
