#pragma once

// A good request of every kind, so that nothing but the caller is wrong with it.

#include "shared/contract/closures.h"
#include "shared/contract/ownstore.h"
#include "tests/access/stage.h"

#include <QUrl>

struct Sent
{
    QByteArray query = {};
    QByteArray body = {};
    QByteArray headers = {};
};

// What is asked of the person beside a session: to have shown a moment ago that it is still the same one; an app that
// shows codes, a phone or no password where the call is about it.
void proveFor(Stage &stage, const Subject &subject, Asker &person);

struct Situation
{
    Stage &stage;
    Asker &person;
    QByteArray object; // in the path
};

template <class In>
Sent said(const In &in)
{
    return {.body = json::bytes(in)};
}

// Queries without anything that has to be said, and calls without input.
template <class In>
Sent sample(Situation &)
{
    return {};
}

template <>
Sent sample<CloseWallet>(Situation &);
template <>
Sent sample<ChangeSetting>(Situation &);
template <>
Sent sample<ChangeGateway>(Situation &);
template <>
Sent sample<ChangeSettings>(Situation &);
template <>
Sent sample<CreateApiKey>(Situation &);
template <>
Sent sample<RunReport>(Situation &);
template <>
Sent sample<PutReportDefinition>(Situation &);
template <>
Sent sample<Upload<FileQuery>>(Situation &);
template <>
Sent sample<SignedLink>(Situation &);
template <>
Sent sample<RevealKyc>(Situation &);
template <>
Sent sample<Reauthenticate>(Situation &);
template <>
Sent sample<ConfirmTotp>(Situation &);
template <>
Sent sample<AskCode>(Situation &);
template <>
Sent sample<SignInWithGoogle>(Situation &);
template <>
Sent sample<SetUpPassword>(Situation &);
template <>
Sent sample<ConfirmPhone>(Situation &);
template <>
Sent sample<StartEmail>(Situation &);
template <>
Sent sample<ConfirmEmail>(Situation &);
template <>
Sent sample<UpdateAccount>(Situation &);
template <>
Sent sample<PutPreferences>(Situation &);
template <>
Sent sample<PutBuyerProfile>(Situation &);
template <>
Sent sample<ChooseStore>(Situation &);
template <>
Sent sample<Reorder>(Situation &);
template <>
Sent sample<PutAddress>(Situation &);
template <>
Sent sample<PutVendor>(Situation &);
template <>
Sent sample<Register>(Situation &);
template <>
Sent sample<AskUsername>(Situation &);
template <>
Sent sample<VerifyEmail>(Situation &);
template <>
Sent sample<AskMail>(Situation &);
template <>
Sent sample<SignIn>(Situation &);
template <>
Sent sample<ResendOtp>(Situation &);
template <>
Sent sample<VerifyOtp>(Situation &);
template <>
Sent sample<RefreshSession>(Situation &);
template <>
Sent sample<ResetPassword>(Situation &);
template <>
Sent sample<ChangePassword>(Situation &);
template <>
Sent sample<SubmitKyc>(Situation &);
template <>
Sent sample<ApproveKyc>(Situation &);
template <>
Sent sample<RefuseKyc>(Situation &);
template <>
Sent sample<PersonReason>(Situation &);
template <>
Sent sample<ChangeRole>(Situation &);
template <>
Sent sample<ChangePowers>(Situation &);
template <>
Sent sample<InviteStaff>(Situation &);
template <>
Sent sample<VendorReason>(Situation &);
template <>
Sent sample<SetRadius>(Situation &);
template <>
Sent sample<SetCommission>(Situation &);
template <>
Sent sample<SetBusinessEmail>(Situation &);
template <>
Sent sample<ConfirmBusinessEmail>(Situation &);
template <>
Sent sample<OverridePrice>(Situation &);
template <>
Sent sample<ListCities>(Situation &);
template <>
Sent sample<SwitchTaxRule>(Situation &);
template <>
Sent sample<AskTaxMonth>(Situation &);
template <>
Sent sample<ListTaxMonth>(Situation &);
template <>
Sent sample<DepositTax>(Situation &);
template <>
Sent sample<ReverseTaxDeposit>(Situation &);
template <>
Sent sample<AcceptLegal>(Situation &);
template <>
Sent sample<CopyLink>(Situation &);
template <>
Sent sample<CheckStock>(Situation &);
template <>
Sent sample<FindProducts>(Situation &);
template <>
Sent sample<PutCategory>(Situation &);
template <>
Sent sample<PutProduct>(Situation &);
template <>
Sent sample<ChangeStock>(Situation &);
template <>
Sent sample<ChangeStocks>(Situation &);
template <>
Sent sample<RechargeWallet>(Situation &);
template <>
Sent sample<ConfirmPayment>(Situation &);
template <>
Sent sample<TakeStatement>(Situation &);
template <>
Sent sample<TakeSettlement>(Situation &);
template <>
Sent sample<ResolveFlag>(Situation &);
template <>
Sent sample<RawBody>(Situation &);
template <>
Sent sample<PlaceOrder>(Situation &);
template <>
Sent sample<PayOrder>(Situation &);
template <>
Sent sample<PayInCash>(Situation &);
template <>
Sent sample<CalculateTotal>(Situation &);
template <>
Sent sample<AdvanceOrder>(Situation &);
template <>
Sent sample<CancelOrder>(Situation &);
template <>
Sent sample<RecordWeighTicket>(Situation &);
template <>
Sent sample<FlagWeighTicket>(Situation &);
template <>
Sent sample<VoidWeighTicket>(Situation &);
template <>
Sent sample<PayTopUp>(Situation &);
template <>
Sent sample<DeclineTopUp>(Situation &);
template <>
Sent sample<RejectPayout>(Situation &);
template <>
Sent sample<ProcessPayout>(Situation &);
template <>
Sent sample<RequestRefund>(Situation &);
template <>
Sent sample<DecideRefund>(Situation &);
template <>
Sent sample<OpenDispute>(Situation &);
template <>
Sent sample<AddStatement>(Situation &);
template <>
Sent sample<DecideDispute>(Situation &);
template <>
Sent sample<FreezeAccount>(Situation &);
template <>
Sent sample<AdjustCommission>(Situation &);
template <>
Sent sample<ReversePosting>(Situation &);
template <>
Sent sample<AcknowledgeCustody>(Situation &);
template <>
Sent sample<EnterCustodyBalance>(Situation &);
template <>
Sent sample<ReturnPayout>(Situation &);
template <>
Sent sample<EndPayoutTransfer>(Situation &);
template <>
Sent sample<MakePayoutBatch>(Situation &);
template <>
Sent sample<WithdrawPayoutBatch>(Situation &);
template <>
Sent sample<NotePayoutHolder>(Situation &);
template <>
Sent sample<EnterBankAnswer>(Situation &);
template <>
Sent sample<AddCommissionRate>(Situation &);
template <>
Sent sample<EndCommissionRate>(Situation &);
template <>
Sent sample<AskCommission>(Situation &);
template <>
Sent sample<AskStatement>(Situation &);
template <>
Sent sample<SendMessage>(Situation &);
template <>
Sent sample<AddProductImage>(Situation &);
template <>
Sent sample<EditMessage>(Situation &);
template <>
Sent sample<ReadMessages>(Situation &);
template <>
Sent sample<SaveMethod>(Situation &);
template <>
Sent sample<RegisterDevice>(Situation &);
template <>
Sent sample<CloseStore>(Situation &);
template <>
Sent sample<MarkShipped>(Situation &);
template <>
Sent sample<ListCustomerOrders>(Situation &);
template <>
Sent sample<Visiting<ShowAds>>(Situation &);
template <>
Sent sample<AdImage>(Situation &);
template <>
Sent sample<PutAd>(Situation &);
template <>
Sent sample<ScheduleAd>(Situation &);
