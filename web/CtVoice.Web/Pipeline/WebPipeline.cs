using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>The pipeline as one delegate, built once, for a host that has a server and a routing of its own. Thread-safe.</summary>
public sealed class WebPipeline(IServiceProvider services)
{
    private readonly Lazy<RequestDelegate> pipeline = new(() => new ApplicationBuilder(services).UseCtVoiceWeb().Build());

    /// <summary>
    /// Answers a request; what the host has matched it with counts for nothing. Its <see cref="HttpContext.RequestServices"/>
    /// must be a scope of its own: who calls is remembered there.
    /// </summary>
    /// <exception cref="BrokenOffException">The answer failed after its first byte had left; the connection is aborted.</exception>
    public Task AnswerAsync(HttpContext context)
    {
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return pipeline.Value(context);
    }
}
