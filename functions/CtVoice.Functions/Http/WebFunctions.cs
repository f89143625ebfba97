using CtVoice.Functions.Workflows;
using CtVoice.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using static Microsoft.Azure.Functions.Worker.AuthorizationLevel;

namespace CtVoice.Functions.Http;

/// <summary>
/// One function per row of the route table, in its order, written as a table: the build lists functions, and it lists what
/// is written out. The host compares names without case, and an activity may be called what an operation is called: hence
/// the prefix.
/// </summary>
public sealed class WebFunctions(Gate gate, DurableConnection connection)
{
    [Function("web-health")]
    public Task<IResult> Health([HttpTrigger(Anonymous, "get", "head", Route = "health")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-home")]
    public Task<IResult> Home([HttpTrigger(Anonymous, "get", "head", Route = "{ignored:maxlength(0)?}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-signInPage")]
    public Task<IResult> SignInPage([HttpTrigger(Anonymous, "get", "head", Route = "sign-in")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-signIn")]
    public Task<IResult> SignIn([HttpTrigger(Anonymous, "post", Route = "sign-in")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-signOut")]
    public Task<IResult> SignOut([HttpTrigger(Anonymous, "post", Route = "sign-out")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-stylesheet")]
    public Task<IResult> Stylesheet([HttpTrigger(Anonymous, "get", "head", Route = "assets/site.css")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-icon")]
    public Task<IResult> Icon([HttpTrigger(Anonymous, "get", "head", Route = "assets/icon.svg")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-openApi")]
    public Task<IResult> OpenApi([HttpTrigger(Anonymous, "get", "head", Route = "openapi.json")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-checkProject")]
    public Task<IResult> CheckProject([HttpTrigger(Anonymous, "post", Route = "api/projects/check")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-submitProject")]
    public Task<IResult> SubmitProject([HttpTrigger(Anonymous, "post", Route = "api/projects")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listReviews")]
    public Task<IResult> ListReviews([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readReview")]
    public Task<IResult> ReadReview([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readTimeline")]
    public Task<IResult> ReadTimeline([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}/timeline")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readReport")]
    public Task<IResult> ReadReport([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}/report")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readLedger")]
    public Task<IResult> ReadLedger([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}/ledger")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readPanel")]
    public Task<IResult> ReadPanel([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}/panel")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readReplies")]
    public Task<IResult> ReadReplies([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}/replies")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-decideNeed")]
    public Task<IResult> DecideNeed([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/need")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-releaseWords")]
    public Task<IResult> ReleaseWords([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/replies/{number}/release")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-extendWindow")]
    public Task<IResult> ExtendWindow([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/extend")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-cancelReview")]
    public Task<IResult> CancelReview([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/cancel")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readAssessment")]
    public Task<IResult> ReadAssessment([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}/assessment")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readPublicAssessment")]
    public Task<IResult> ReadPublicAssessment([HttpTrigger(Anonymous, "get", "head", Route = "api/register/{id}/assessment")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readChanges")]
    public Task<IResult> ReadChanges([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}/changes")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-decideExpedite")]
    public Task<IResult> DecideExpedite([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/expedite")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-carryOver")]
    public Task<IResult> CarryOver([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/carry-over")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-searchCatalogue")]
    public Task<IResult> SearchCatalogue([HttpTrigger(Anonymous, "get", "head", Route = "api/catalogue")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listCatalogueVersions")]
    public Task<IResult> ListCatalogueVersions([HttpTrigger(Anonymous, "get", "head", Route = "api/catalogue/versions")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-compareCatalogues")]
    public Task<IResult> CompareCatalogues([HttpTrigger(Anonymous, "get", "head", Route = "api/catalogue/diff")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listUnlistedElements")]
    public Task<IResult> ListUnlistedElements([HttpTrigger(Anonymous, "get", "head", Route = "api/catalogue/unlisted")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-importCatalogue")]
    public Task<IResult> ImportCatalogue([HttpTrigger(Anonymous, "post", Route = "api/catalogue")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readPolicy")]
    public Task<IResult> ReadPolicy([HttpTrigger(Anonymous, "get", "head", Route = "api/reference/policy")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-replacePolicy")]
    public Task<IResult> ReplacePolicy([HttpTrigger(Anonymous, "put", Route = "api/reference/policy")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readBaselines")]
    public Task<IResult> ReadBaselines([HttpTrigger(Anonymous, "get", "head", Route = "api/reference/baselines")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-replaceBaselines")]
    public Task<IResult> ReplaceBaselines([HttpTrigger(Anonymous, "put", Route = "api/reference/baselines")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readRel")]
    public Task<IResult> ReadRel([HttpTrigger(Anonymous, "get", "head", Route = "api/reference/rel")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-replaceRel")]
    public Task<IResult> ReplaceRel([HttpTrigger(Anonymous, "put", Route = "api/reference/rel")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readProfiles")]
    public Task<IResult> ReadProfiles([HttpTrigger(Anonymous, "get", "head", Route = "api/reference/profiles")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-replaceProfiles")]
    public Task<IResult> ReplaceProfiles([HttpTrigger(Anonymous, "put", Route = "api/reference/profiles")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readDppeia")]
    public Task<IResult> ReadDppeia([HttpTrigger(Anonymous, "get", "head", Route = "api/reference/dppeia")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-replaceDppeia")]
    public Task<IResult> ReplaceDppeia([HttpTrigger(Anonymous, "put", Route = "api/reference/dppeia")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readReadyQuestions")]
    public Task<IResult> ReadReadyQuestions([HttpTrigger(Anonymous, "get", "head", Route = "api/reference/ready-questions")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readTexts")]
    public Task<IResult> ReadTexts([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}/texts")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-writeTexts")]
    public Task<IResult> WriteTexts([HttpTrigger(Anonymous, "put", Route = "api/reviews/{id}/texts/{language}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-releaseTexts")]
    public Task<IResult> ReleaseTexts([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/texts/{language}/release")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listContextNotes")]
    public Task<IResult> ListContextNotes([HttpTrigger(Anonymous, "get", "head", Route = "api/context-notes")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-putContextNote")]
    public Task<IResult> PutContextNote([HttpTrigger(Anonymous, "put", Route = "api/context-notes/{note}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-removeContextNote")]
    public Task<IResult> RemoveContextNote([HttpTrigger(Anonymous, "delete", Route = "api/context-notes/{note}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readDrafts")]
    public Task<IResult> ReadDrafts([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}/drafts")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-writeDraft")]
    public Task<IResult> WriteDraft([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/drafts")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-changeDraft")]
    public Task<IResult> ChangeDraft([HttpTrigger(Anonymous, "put", Route = "api/reviews/{id}/drafts/{draft}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-dropDraft")]
    public Task<IResult> DropDraft([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/drafts/{draft}/drop")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-mergeDrafts")]
    public Task<IResult> MergeDrafts([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/drafts/merge")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-orderDrafts")]
    public Task<IResult> OrderDrafts([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/drafts/order")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-translateDraft")]
    public Task<IResult> TranslateDraft([HttpTrigger(Anonymous, "put", Route = "api/reviews/{id}/drafts/{draft}/translations/{language}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readDraftsBack")]
    public Task<IResult> ReadDraftsBack([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/drafts/read-back")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readPreview")]
    public Task<IResult> ReadPreview([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}/preview")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readPublicReport")]
    public Task<IResult> ReadPublicReport([HttpTrigger(Anonymous, "get", "head", Route = "api/register/{id}/report")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-releaseText")]
    public Task<IResult> ReleaseText([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/preview/{text}/release")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-takeReleaseBack")]
    public Task<IResult> TakeReleaseBack([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/preview/{text}/take-back")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-dictateFollowUp")]
    public Task<IResult> DictateFollowUp([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/follow-ups/dictated")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-overridePanel")]
    public Task<IResult> OverridePanel([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/panel")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listCalls")]
    public Task<IResult> ListCalls([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}/calls")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-noteCall")]
    public Task<IResult> NoteCall([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/calls")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-dictateReply")]
    public Task<IResult> DictateReply([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/dictated")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listTodo")]
    public Task<IResult> ListTodo([HttpTrigger(Anonymous, "get", "head", Route = "api/todo")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readMatter")]
    public Task<IResult> ReadMatter([HttpTrigger(Anonymous, "get", "head", Route = "api/matters/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-closeMatter")]
    public Task<IResult> CloseMatter([HttpTrigger(Anonymous, "post", Route = "api/matters/{id}/done")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listMembers")]
    public Task<IResult> ListMembers([HttpTrigger(Anonymous, "get", "head", Route = "api/members")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readMember")]
    public Task<IResult> ReadMember([HttpTrigger(Anonymous, "get", "head", Route = "api/members/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-addMember")]
    public Task<IResult> AddMember([HttpTrigger(Anonymous, "post", Route = "api/members")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-changeMember")]
    public Task<IResult> ChangeMember([HttpTrigger(Anonymous, "put", Route = "api/members/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-setAvailability")]
    public Task<IResult> SetAvailability([HttpTrigger(Anonymous, "put", Route = "api/members/{id}/availability")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-recordConsent")]
    public Task<IResult> RecordConsent([HttpTrigger(Anonymous, "post", Route = "api/members/{id}/consent")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readContact")]
    public Task<IResult> ReadContact([HttpTrigger(Anonymous, "get", "head", Route = "api/members/{id}/contact")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-setContact")]
    public Task<IResult> SetContact([HttpTrigger(Anonymous, "put", Route = "api/members/{id}/contact")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-welcomeMember")]
    public Task<IResult> WelcomeMember([HttpTrigger(Anonymous, "post", Route = "api/members/{id}/welcome")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readConsent")]
    public Task<IResult> ReadConsent([HttpTrigger(Anonymous, "get", "head", Route = "api/members/{id}/consent")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listSilentMembers")]
    public Task<IResult> ListSilentMembers([HttpTrigger(Anonymous, "get", "head", Route = "api/silent-members")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-importBoard")]
    public Task<IResult> ImportBoard([HttpTrigger(Anonymous, "post", Route = "api/board/import")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-receiveText")]
    public Task<IResult> ReceiveText([HttpTrigger(Anonymous, "post", Route = "api/webhooks/twilio/sms")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-receiveTextStatus")]
    public Task<IResult> ReceiveTextStatus([HttpTrigger(Anonymous, "post", Route = "api/webhooks/twilio/status")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-receiveEmail")]
    public Task<IResult> ReceiveEmail([HttpTrigger(Anonymous, "post", Route = "api/webhooks/email")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-receiveEmailBySecret")]
    public Task<IResult> ReceiveEmailBySecret([HttpTrigger(Anonymous, "post", Route = "api/webhooks/email/{secret}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-receiveEmailEvents")]
    public Task<IResult> ReceiveEmailEvents([HttpTrigger(Anonymous, "post", Route = "api/webhooks/email/events")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-allowEmailEvents")]
    public Task<IResult> AllowEmailEvents([HttpTrigger(Anonymous, "options", Route = "api/webhooks/email/events")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readHoldingPen")]
    public Task<IResult> ReadHoldingPen([HttpTrigger(Anonymous, "get", "head", Route = "api/holding-pen")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-movePennedMessage")]
    public Task<IResult> MovePennedMessage([HttpTrigger(Anonymous, "post", Route = "api/holding-pen/{id}/move")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-dismissPennedMessage")]
    public Task<IResult> DismissPennedMessage([HttpTrigger(Anonymous, "post", Route = "api/holding-pen/{id}/dismiss")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-unsubscribe")]
    public Task<IResult> Unsubscribe([HttpTrigger(Anonymous, "post", Route = "api/unsubscribe/{token}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-memberPage")]
    public Task<IResult> MemberPage([HttpTrigger(Anonymous, "get", "head", Route = "r/{token}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-memberForm")]
    public Task<IResult> MemberForm([HttpTrigger(Anonymous, "post", Route = "r/{token}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-revokeLinks")]
    public Task<IResult> RevokeLinks([HttpTrigger(Anonymous, "post", Route = "api/members/{id}/links/revoke")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listCheckpoints")]
    public Task<IResult> ListCheckpoints([HttpTrigger(Anonymous, "get", "head", Route = "api/register/checkpoints")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readCheckpoint")]
    public Task<IResult> ReadCheckpoint([HttpTrigger(Anonymous, "get", "head", Route = "api/register/checkpoints/{number}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-answerRecommendation")]
    public Task<IResult> AnswerRecommendation([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/recommendations/{number}/answer")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-extendAnswer")]
    public Task<IResult> ExtendAnswer([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/recommendations/{number}/extension")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-giveEvidence")]
    public Task<IResult> GiveEvidence([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/recommendations/{number}/evidence")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-judgeEvidence")]
    public Task<IResult> JudgeEvidence([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/recommendations/{number}/evidence/word")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-moveCommitment")]
    public Task<IResult> MoveCommitment([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/recommendations/{number}/commitment")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listPlainWords")]
    public Task<IResult> ListPlainWords([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}/plain-words")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-translatePlainWords")]
    public Task<IResult> TranslatePlainWords([HttpTrigger(Anonymous, "put", Route = "api/reviews/{id}/recommendations/{number}/plain-words/{language}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-recordGoverningBoardDecision")]
    public Task<IResult> RecordGoverningBoardDecision([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/governing-board-decision")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-searchInventory")]
    public Task<IResult> SearchInventory([HttpTrigger(Anonymous, "get", "head", Route = "api/inventory")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-importInventory")]
    public Task<IResult> ImportInventory([HttpTrigger(Anonymous, "post", Route = "api/inventory")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readErasure")]
    public Task<IResult> ReadErasure([HttpTrigger(Anonymous, "get", "head", Route = "api/members/{id}/erasure")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-eraseMember")]
    public Task<IResult> EraseMember([HttpTrigger(Anonymous, "post", Route = "api/members/{id}/erase")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-disposeOfTexts")]
    public Task<IResult> DisposeOfTexts([HttpTrigger(Anonymous, "post", Route = "api/members/{id}/dispose")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listHolds")]
    public Task<IResult> ListHolds([HttpTrigger(Anonymous, "get", "head", Route = "api/holds")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-setHold")]
    public Task<IResult> SetHold([HttpTrigger(Anonymous, "post", Route = "api/holds")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-liftHold")]
    public Task<IResult> LiftHold([HttpTrigger(Anonymous, "post", Route = "api/holds/{id}/lift")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readSealedReply")]
    public Task<IResult> ReadSealedReply([HttpTrigger(Anonymous, "post", Route = "api/reviews/{id}/replies/{number}/sealed")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-exportForFoia")]
    public Task<IResult> ExportForFoia([HttpTrigger(Anonymous, "get", "head", Route = "api/reviews/{id}/foia")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listViews")]
    public Task<IResult> ListViews([HttpTrigger(Anonymous, "get", "head", Route = "api/views")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-summariseViews")]
    public Task<IResult> SummariseViews([HttpTrigger(Anonymous, "get", "head", Route = "api/views/summary")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listRegister")]
    public Task<IResult> ListRegister([HttpTrigger(Anonymous, "get", "head", Route = "api/register")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-registerTable")]
    public Task<IResult> RegisterTable([HttpTrigger(Anonymous, "get", "head", Route = "api/register.csv")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-registerFeed")]
    public Task<IResult> RegisterFeed([HttpTrigger(Anonymous, "get", "head", Route = "api/register.atom")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readLandscape")]
    public Task<IResult> ReadLandscape([HttpTrigger(Anonymous, "get", "head", Route = "api/register/landscape")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-landscapeTable")]
    public Task<IResult> LandscapeTable([HttpTrigger(Anonymous, "get", "head", Route = "api/register/landscape.csv")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readRegistered")]
    public Task<IResult> ReadRegistered([HttpTrigger(Anonymous, "get", "head", Route = "api/register/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-registerPage")]
    public Task<IResult> RegisterPage([HttpTrigger(Anonymous, "get", "head", Route = "register")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-landscapePage")]
    public Task<IResult> LandscapePage([HttpTrigger(Anonymous, "get", "head", Route = "register/landscape")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-registeredPage")]
    public Task<IResult> RegisteredPage([HttpTrigger(Anonymous, "get", "head", Route = "register/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listKeys")]
    public Task<IResult> ListKeys([HttpTrigger(Anonymous, "get", "head", Route = "api/keys")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listKeyActions")]
    public Task<IResult> ListKeyActions([HttpTrigger(Anonymous, "get", "head", Route = "api/keys/actions")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-createKey")]
    public Task<IResult> CreateKey([HttpTrigger(Anonymous, "post", Route = "api/keys")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-rotateKey")]
    public Task<IResult> RotateKey([HttpTrigger(Anonymous, "post", Route = "api/keys/{id}/rotate")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-revokeKey")]
    public Task<IResult> RevokeKey([HttpTrigger(Anonymous, "delete", Route = "api/keys/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listPrincipals")]
    public Task<IResult> ListPrincipals([HttpTrigger(Anonymous, "get", "head", Route = "api/principals")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-putPrincipal")]
    public Task<IResult> PutPrincipal([HttpTrigger(Anonymous, "put", Route = "api/principals/{tenant}/{principal}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-removePrincipal")]
    public Task<IResult> RemovePrincipal([HttpTrigger(Anonymous, "delete", Route = "api/principals/{tenant}/{principal}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listAgencies")]
    public Task<IResult> ListAgencies([HttpTrigger(Anonymous, "get", "head", Route = "api/agencies")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-countDays")]
    public Task<IResult> CountDays([HttpTrigger(Anonymous, "get", "head", Route = "api/calendar")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listHolidays")]
    public Task<IResult> ListHolidays([HttpTrigger(Anonymous, "get", "head", Route = "api/calendar/holidays")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listPolicies")]
    public Task<IResult> ListPolicies([HttpTrigger(Anonymous, "get", "head", Route = "api/policies")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-readReviewPolicy")]
    public Task<IResult> ReadReviewPolicy([HttpTrigger(Anonymous, "get", "head", Route = "api/policies/review")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-replaceReviewPolicy")]
    public Task<IResult> ReplaceReviewPolicy([HttpTrigger(Anonymous, "put", Route = "api/policies/review")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listSubscriptions")]
    public Task<IResult> ListSubscriptions([HttpTrigger(Anonymous, "get", "head", Route = "api/subscriptions")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-subscribe")]
    public Task<IResult> Subscribe([HttpTrigger(Anonymous, "post", Route = "api/subscriptions")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-unsubscribeEvents")]
    public Task<IResult> UnsubscribeEvents([HttpTrigger(Anonymous, "delete", Route = "api/subscriptions/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-rotateSubscriptionSecret")]
    public Task<IResult> RotateSubscriptionSecret([HttpTrigger(Anonymous, "post", Route = "api/subscriptions/{id}/secret")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-enableSubscription")]
    public Task<IResult> EnableSubscription([HttpTrigger(Anonymous, "post", Route = "api/subscriptions/{id}/enable")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-testSubscription")]
    public Task<IResult> TestSubscription([HttpTrigger(Anonymous, "post", Route = "api/subscriptions/{id}/test")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-replayEvents")]
    public Task<IResult> ReplayEvents([HttpTrigger(Anonymous, "post", Route = "api/subscriptions/{id}/replay")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listDeliveries")]
    public Task<IResult> ListDeliveries([HttpTrigger(Anonymous, "get", "head", Route = "api/subscriptions/{id}/deliveries")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-listPayments")]
    public Task<IResult> ListPayments([HttpTrigger(Anonymous, "get", "head", Route = "api/payments")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-paymentTable")]
    public Task<IResult> PaymentTable([HttpTrigger(Anonymous, "get", "head", Route = "api/payments.csv")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-markPaid")]
    public Task<IResult> MarkPaid([HttpTrigger(Anonymous, "post", Route = "api/payments/paid")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-setPay")]
    public Task<IResult> SetPay([HttpTrigger(Anonymous, "put", Route = "api/members/{id}/pay")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-simPage")]
    public Task<IResult> SimPage([HttpTrigger(Anonymous, "get", "head", Route = "sim")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-simMembers")]
    public Task<IResult> SimMembers([HttpTrigger(Anonymous, "get", "head", Route = "sim/members")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-simMemberPage")]
    public Task<IResult> SimMemberPage([HttpTrigger(Anonymous, "get", "head", Route = "sim/{member}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-simMessages")]
    public Task<IResult> SimMessages([HttpTrigger(Anonymous, "get", "head", Route = "sim/{member}/{box}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-simReply")]
    public Task<IResult> SimReply([HttpTrigger(Anonymous, "post", Route = "sim/{member}/{box}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);
    [Function("web-simReplyForm")]
    public Task<IResult> SimReplyForm([HttpTrigger(Anonymous, "post", Route = "sim/{member}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    /// <summary>The one way from a trigger to the table.</summary>
    private Task<IResult> AnswerAsync(HttpRequest request, DurableTaskClient client)
    {
        connection.Client = client;
        return gate.DispatchAsync(request.HttpContext);
    }
}
