using System.Net;
using System.Text;

namespace CtVoice.Testing.Sending;

/// <summary>A provider that answers what a test lists, in order; anything more is a failure of the test.</summary>
public sealed class ProviderStub : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> answers = new();

    /// <summary>Method and address of the requests that came.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Their bodies.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>Their headers, of the last request.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ProviderStub Answer(int status, string json, params (string Name, string Value)[] headers)
    {
        answers.Enqueue(() =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status)
            { Content = new StringContent(json, Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers)
                answer.Headers.TryAddWithoutValidation(name, value);
            return answer;
        });
        return this;
    }

    public ProviderStub NoAnswer()
    {
        answers.Enqueue(() => throw new HttpRequestException("connection lost"));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add($"{request.Method} {request.RequestUri}");
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        Headers.Clear();
        foreach (var (name, values) in request.Headers)
            Headers[name] = string.Join(", ", values);
        return answers.TryDequeue(out var answer)
            ? answer()
            : throw new InvalidOperationException($"Unexpected request {Requests[^1]}.");
    }
}
