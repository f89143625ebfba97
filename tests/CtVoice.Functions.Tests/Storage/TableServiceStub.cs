using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CtVoice.Functions.Storage;

namespace CtVoice.Functions.Tests.Storage;

/// <summary>A table service that answers what a test lists, in order; anything more is a failure of the test.</summary>
internal sealed class TableServiceStub : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> answers = new();

    /// <summary>The requests that came: method and last part of the path.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>True when every listed answer was asked for.</summary>
    public bool IsDone => answers.Count == 0;

    /// <summary>A clock on which every pause is over at once, and has passed.</summary>
    public TimeProvider Clock { get; } = new HurriedClock();

    public AzureTable Table() => new(Client(), Clock);

    public TableClient Client()
    {
        var options = new TableClientOptions
        {
            Transport = new HttpClientTransport(new HttpClient(this)),
            Retry = { MaxRetries = 0 },
        };
        var client =
            new TableServiceClient(
                "DefaultEndpointsProtocol=http;AccountName=stub;AccountKey=c3R1Yg==;TableEndpoint=http://tables.test/stub", options);
        return client.GetTableClient("records");
    }

    public TableServiceStub NoAnswer() => Answer(() => throw new HttpRequestException("connection lost"));

    public TableServiceStub Status(int status, string code) => Answer(() => new HttpResponseMessage((HttpStatusCode)status)
    {
        Content = Json(Error(code, code)),
    });

    public TableServiceStub Created() => Answer(() => new HttpResponseMessage(HttpStatusCode.NoContent));

    public TableServiceStub BatchStored() => Batch("HTTP/1.1 204 No Content\r\n\r\n\r\n");

    public TableServiceStub BatchRefused(int status, string code, string message) =>
        Batch($"HTTP/1.1 {status} Refused\r\nContent-Type: application/json;odata=minimalmetadata\r\n\r\n{Error(code, message)}\r\n");

    public TableServiceStub Row(string partition, string key, string etag, string value) =>
        Answer(() => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = Json(
            $$"""
            {"odata.metadata":"x","odata.etag":"{{etag}}","PartitionKey":"{{partition}}","RowKey":"{{key}}",
             "Timestamp":"2027-01-01T00:00:00Z","v":"{{value}}"}
            """),
        });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add($"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.Segments[^1])}");
        return answers.TryDequeue(out var answer)
            ? Task.FromResult(answer())
            : throw new InvalidOperationException($"Unexpected request {Requests[^1]}.");
    }

    private TableServiceStub Batch(string part) => Answer(() =>
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(
            "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n--changesetresponse_1\r\n"
            + "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n" + part
            + "--changesetresponse_1--\r\n--batchresponse_1--\r\n"));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/mixed; boundary=batchresponse_1");
        return new HttpResponseMessage(HttpStatusCode.Accepted) { Content = content };
    });

    private TableServiceStub Answer(Func<HttpResponseMessage> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    private static string Error(string code, string message) =>
        $$$"""{"odata.error":{"code":"{{{code}}}","message":{"lang":"en-US","value":"{{{message}}}"} } }""";

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private sealed class HurriedClock : TimeProvider
    {
        private long passed;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(Interlocked.Read(ref passed));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero)
                Interlocked.Add(ref passed, dueTime.Ticks);
            return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
        }
    }
}
