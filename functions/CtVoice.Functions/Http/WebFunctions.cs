using CtVoice.Functions.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Http;

/// <summary>One function per row of the route table.</summary>
public sealed class WebFunctions(DurableConnection connection)
{
    [Function("readHealth")]
    public Task<IResult> ReadHealth(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    /// <summary>The one way from a trigger to the table: every row answers through here.</summary>
    private Task<IResult> AnswerAsync(HttpRequest request, DurableTaskClient client)
    {
        connection.Client = client;
        return Task.FromResult(request.Path == "/health" ? Results.Ok() : Results.NotFound());
    }
}
