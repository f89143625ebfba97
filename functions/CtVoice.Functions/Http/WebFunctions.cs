using CtVoice.Functions.Workflows;
using CtVoice.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Http;

/// <summary>
/// One function per row of the route table, in its order. The host compares names without case, and an activity may be
/// called what an operation is called: hence the prefix.
/// </summary>
public sealed class WebFunctions(Gate gate, DurableConnection connection)
{
    [Function("web-health")]
    public Task<IResult> Health(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-home")]
    public Task<IResult> Home(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{ignored:maxlength(0)?}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-signInPage")]
    public Task<IResult> SignInPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-signIn")]
    public Task<IResult> SignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-signOut")]
    public Task<IResult> SignOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-stylesheet")]
    public Task<IResult> Stylesheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/site.css")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-icon")]
    public Task<IResult> Icon(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/icon.svg")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-openApi")]
    public Task<IResult> OpenApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "openapi.json")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-checkProject")]
    public Task<IResult> CheckProject(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/projects/check")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-submitProject")]
    public Task<IResult> SubmitProject(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/projects")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-listReviews")]
    public Task<IResult> ListReviews(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readReview")]
    public Task<IResult> ReadReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readTimeline")]
    public Task<IResult> ReadTimeline(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews/{id}/timeline")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readReport")]
    public Task<IResult> ReadReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews/{id}/report")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readLedger")]
    public Task<IResult> ReadLedger(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews/{id}/ledger")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readPanel")]
    public Task<IResult> ReadPanel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews/{id}/panel")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readReplies")]
    public Task<IResult> ReadReplies(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews/{id}/replies")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-decideNeed")]
    public Task<IResult> DecideNeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{id}/need")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-releaseTexts")]
    public Task<IResult> ReleaseTexts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{id}/texts/{language}/release")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-releaseWords")]
    public Task<IResult> ReleaseWords(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{id}/replies/{number}/release")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-extendWindow")]
    public Task<IResult> ExtendWindow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{id}/extend")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-cancelReview")]
    public Task<IResult> CancelReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{id}/cancel")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-answerRecommendation")]
    public Task<IResult> AnswerRecommendation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{id}/recommendations/{number}/answer")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-receiveText")]
    public Task<IResult> ReceiveText(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/twilio/sms")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-receiveTextStatus")]
    public Task<IResult> ReceiveTextStatus(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/twilio/status")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-receiveEmail")]
    public Task<IResult> ReceiveEmail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/email")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-receiveEmailBySecret")]
    public Task<IResult> ReceiveEmailBySecret(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/email/{secret}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-receiveEmailEvents")]
    public Task<IResult> ReceiveEmailEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/email/events")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-allowEmailEvents")]
    public Task<IResult> AllowEmailEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/webhooks/email/events")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readHoldingPen")]
    public Task<IResult> ReadHoldingPen(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/holding-pen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-movePennedMessage")]
    public Task<IResult> MovePennedMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/holding-pen/{id}/move")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-dismissPennedMessage")]
    public Task<IResult> DismissPennedMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/holding-pen/{id}/dismiss")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-unsubscribe")]
    public Task<IResult> Unsubscribe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/unsubscribe/{token}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-overridePanel")]
    public Task<IResult> OverridePanel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{id}/panel")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readTexts")]
    public Task<IResult> ReadTexts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews/{id}/texts")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-writeTexts")]
    public Task<IResult> WriteTexts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/reviews/{id}/texts/{language}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-listContextNotes")]
    public Task<IResult> ListContextNotes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/context-notes")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-putContextNote")]
    public Task<IResult> PutContextNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/context-notes/{note}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-removeContextNote")]
    public Task<IResult> RemoveContextNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/context-notes/{note}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-listCalls")]
    public Task<IResult> ListCalls(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews/{id}/calls")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-noteCall")]
    public Task<IResult> NoteCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{id}/calls")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-dictateReply")]
    public Task<IResult> DictateReply(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{id}/dictated")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-listTodo")]
    public Task<IResult> ListTodo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/todo")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-listMembers")]
    public Task<IResult> ListMembers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/members")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-addMember")]
    public Task<IResult> AddMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/members")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readMember")]
    public Task<IResult> ReadMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/members/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-changeMember")]
    public Task<IResult> ChangeMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/members/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-setAvailability")]
    public Task<IResult> SetAvailability(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/members/{id}/availability")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-recordConsent")]
    public Task<IResult> RecordConsent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/members/{id}/consent")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readContact")]
    public Task<IResult> ReadContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/members/{id}/contact")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-setContact")]
    public Task<IResult> SetContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/members/{id}/contact")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-importBoard")]
    public Task<IResult> ImportBoard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/board/import")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-listViews")]
    public Task<IResult> ListViews(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/views")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readAssessment")]
    public Task<IResult> ReadAssessment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews/{id}/assessment")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readPublicAssessment")]
    public Task<IResult> ReadPublicAssessment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/register/{id}/assessment")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readChanges")]
    public Task<IResult> ReadChanges(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews/{id}/changes")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-decideExpedite")]
    public Task<IResult> DecideExpedite(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{id}/expedite")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-carryOver")]
    public Task<IResult> CarryOver(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{id}/carry-over")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-searchCatalogue")]
    public Task<IResult> SearchCatalogue(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/catalogue")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-listCatalogueVersions")]
    public Task<IResult> ListCatalogueVersions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/catalogue/versions")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-compareCatalogues")]
    public Task<IResult> CompareCatalogues(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/catalogue/diff")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-importCatalogue")]
    public Task<IResult> ImportCatalogue(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/catalogue")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readPolicy")]
    public Task<IResult> ReadPolicy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reference/policy")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-replacePolicy")]
    public Task<IResult> ReplacePolicy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/reference/policy")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readBaselines")]
    public Task<IResult> ReadBaselines(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reference/baselines")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-replaceBaselines")]
    public Task<IResult> ReplaceBaselines(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/reference/baselines")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readRel")]
    public Task<IResult> ReadRel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reference/rel")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-replaceRel")]
    public Task<IResult> ReplaceRel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/reference/rel")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-readProfiles")]
    public Task<IResult> ReadProfiles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reference/profiles")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-replaceProfiles")]
    public Task<IResult> ReplaceProfiles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/reference/profiles")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-simPage")]
    public Task<IResult> SimPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sim")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-simMembers")]
    public Task<IResult> SimMembers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sim/members")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-simMemberPage")]
    public Task<IResult> SimMemberPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sim/{member}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-simMessages")]
    public Task<IResult> SimMessages(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sim/{member}/{box}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-simReply")]
    public Task<IResult> SimReply(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sim/{member}/{box}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function("web-simReplyForm")]
    public Task<IResult> SimReplyForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sim/{member}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    /// <summary>The one way from a trigger to the table.</summary>
    private Task<IResult> AnswerAsync(HttpRequest request, DurableTaskClient client)
    {
        connection.Client = client;
        return gate.DispatchAsync(request.HttpContext);
    }
}
