using System.Collections.Concurrent;
using System.Diagnostics;
using CtVoice.Web.Routes;

namespace CtVoice.Web.Tests.Gateway;

public sealed class SpanTests
{
    [Theory]
    [InlineData("/r/a-secret-link", "memberPage", "/r/{token}")]
    [InlineData("/nowhere/a-secret-link", "unknownPath", "/...")]
    public async Task A_span_is_named_by_the_endpoint_and_neither_it_nor_the_log_says_the_path(string path, string name, string route)
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            // As an instrumentation does that knows no templates.
            ActivityStarted = span => span.SetTag("url.path", path).SetTag("http.target", path),
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await WebHost.StartAsync(AllRoutes.MapCtVoice, new WebOptions());

        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        // Other tests run beside this one: the trace tells which spans are of this request.
        var trace = ActivityTraceId.CreateRandom();
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using var answer = await host.Client.SendAsync(request);
        await host.DisposeAsync();

        var span = Assert.Single(spans, s => s.TraceId == trace);
        Assert.Equal((name, route), (span.DisplayName, span.GetTagItem("http.route")));
        Assert.Equal(route, span.GetTagItem("url.path"));
        Assert.DoesNotContain(spans.SelectMany(s => s.TagObjects), t => t.Value is string text
            && text.Contains("a-secret-link", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, l => l.Contains("a-secret-link", StringComparison.Ordinal));
    }
}
