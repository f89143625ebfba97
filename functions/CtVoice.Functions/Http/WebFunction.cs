using CtVoice.Functions.Workflows;
using CtVoice.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Http;

/// <summary>
/// Every request, in one function: what is answered is the pipeline's matter. The trigger names no methods, because the
/// host answers those that it does not know by itself, and keeps the caller waiting.
/// </summary>
public sealed class WebFunction(WebPipeline pipeline, DurableConnection connection)
{
    [Function("web")]
    public Task AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        connection.Client = client;
        return pipeline.AnswerAsync(request.HttpContext);
    }
}
