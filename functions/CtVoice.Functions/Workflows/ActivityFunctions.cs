using System.Text.Json;
using CtVoice.Core.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Workflows;

/// <summary>One function per activity of the catalogue. Those that decide bind a client,
/// because what they decide may start or wake a workflow; those that read do not.</summary>
public sealed class ActivityFunctions(CatalogFunctions catalog)
{
    [Function(nameof(ReviewWorkflows.ReadReview))]
    public Task<JsonElement> ReadReview([ActivityTrigger] JsonElement input, FunctionContext call) => catalog.RunActivityAsync(call, input);

    [Function(nameof(ReviewWorkflows.AssessProject))]
    public Task<JsonElement> AssessProject([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.RequireReview))]
    public Task<JsonElement> RequireReview([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.ChoosePanel))]
    public Task<JsonElement> ChoosePanel([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.NoteTextsLate))]
    public Task<JsonElement> NoteTextsLate([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.StartAsking))]
    public Task<JsonElement> StartAsking([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.CloseReview))]
    public Task<JsonElement> CloseReview([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.SendReport))]
    public Task<JsonElement> SendReport([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.SendSupplement))]
    public Task<JsonElement> SendSupplement([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.FinishReview))]
    public Task<JsonElement> FinishReview([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.CountVotes))]
    public Task<JsonElement> CountVotes([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.ReadInvitation))]
    public Task<JsonElement> ReadInvitation([ActivityTrigger] JsonElement input, FunctionContext call) =>
    catalog.RunActivityAsync(call, input);

    [Function(nameof(ReviewWorkflows.SendToMember))]
    public Task<JsonElement> SendToMember([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.CallAlternate))]
    public Task<JsonElement> CallAlternate([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.ReadAddressee))]
    public Task<JsonElement> ReadAddressee([ActivityTrigger] JsonElement input, FunctionContext call) =>
    catalog.RunActivityAsync(call, input);

    [Function(nameof(ReviewWorkflows.SendNotice))]
    public Task<JsonElement> SendNotice([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.NoteLate))]
    public Task<JsonElement> NoteLate([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);

    [Function(nameof(ReviewWorkflows.EndAddressee))]
    public Task<JsonElement> EndAddressee([ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client,
        FunctionContext call) =>
        catalog.RunActivityAsync(call, input, client);
}
