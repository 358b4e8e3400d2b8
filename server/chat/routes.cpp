#include "server/chat/routes.h"

#include "server/chat/service.h"
#include "server/http/router.h"

void chat::routes(http::Router &router, Service &chat)
{
    router.on(api::listRooms,
              [&](const Caller &caller, const ListRooms &wish) { return chat.listRooms(caller, wish); });
    router.on(api::listAllRooms,
              [&](const Caller &caller, const ListRooms &wish) { return chat.listAllRooms(caller, wish); });
    router.on(api::listMessages, [&](const Caller &caller, Id<ChatRoom> room, const ListMessages &wish) {
        return chat.listMessages(caller, room, wish);
    });
    router.on(api::sendMessage, [&](const Caller &caller, Id<ChatRoom> room, const SendMessage &wish) {
        return chat.sendMessage(caller, room, wish);
    });
    router.on(api::editMessage, [&](const Caller &caller, Id<ChatMessage> id, const EditMessage &wish) {
        return chat.editMessage(caller, id, wish);
    });
    router.on(api::readMessages, [&](const Caller &caller, Id<ChatRoom> room, const ReadMessages &wish) {
        return chat.readMessages(caller, room, wish);
    });
}
