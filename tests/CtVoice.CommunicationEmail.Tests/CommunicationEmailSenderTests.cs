using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Testing.Sending;

namespace CtVoice.CommunicationEmail.Tests;

/// <summary>Requests to Azure Communication Services, and what its answers become.</summary>
public sealed class CommunicationEmailSenderTests : IDisposable
{
    private static readonly Guid Operation = new("11111111-2222-3333-4444-555555555555");
    private static readonly OutgoingEmail Message = new(
        "r-1/m-01/ask/1", Operation, "maria@example.org", "A new question", "Please answer: 1, 2 or 3.",
        ReplyTo: "r-1-m-01@reply.example.org", Unsubscribe: new Uri("https://board.example.org/u/abc"))
    { MessageId = "0123@reply.example.org" };

    private readonly ProviderStub service = new();
    private readonly HttpClient http;
    private readonly CommunicationEmailSender sender;

    public CommunicationEmailSenderTests()
    {
        http = new HttpClient(service, disposeHandler: false);
        sender = CommunicationEmailSenders.Sender(
            new EmailSettings { Endpoint = new Uri("https://mail.communication.azure.com"), Sender = "board@mail.example.org" },
            new FixedToken(), new HttpClientTransport(http));
    }

    public void Dispose()
    {
        http.Dispose();
        service.Dispose();
    }

    [Fact]
    public async Task An_email_is_one_request_under_the_chosen_operation_id()
    {
        service.Answer(202, """{"id":"x","status":"Running"}""");

        Assert.Equal(new SendOutcome.Accepted(Operation.ToString()), await sender.SendAsync(Message));

        Assert.Equal(["POST https://mail.communication.azure.com/emails:send?api-version=2023-03-31"], service.Requests);
        Assert.Equal(Operation.ToString(), service.Headers["Operation-Id"]);
        Assert.Equal("Bearer token", service.Headers["Authorization"]);
        var body = JsonNode.Parse(service.Bodies[0])!;
        Assert.Equal("board@mail.example.org", body["senderAddress"]!.GetValue<string>());
        Assert.Equal("maria@example.org", body["recipients"]!["to"]![0]!["address"]!.GetValue<string>());
        Assert.Equal("r-1-m-01@reply.example.org", body["replyTo"]![0]!["address"]!.GetValue<string>());
        Assert.Equal("Please answer: 1, 2 or 3.", body["content"]!["plainText"]!.GetValue<string>());
        Assert.True(body["userEngagementTrackingDisabled"]!.GetValue<bool>());
        Assert.Equal("auto-generated", body["headers"]!["Auto-Submitted"]!.GetValue<string>());
        Assert.Equal("<https://board.example.org/u/abc>", body["headers"]!["List-Unsubscribe"]!.GetValue<string>());
        Assert.Equal("<0123@reply.example.org>", body["headers"]!["Message-ID"]!.GetValue<string>());
        Assert.Equal("List-Unsubscribe=One-Click", body["headers"]!["List-Unsubscribe-Post"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData(null, 60)]
    public async Task Too_many_requests_is_the_pause_that_the_service_asks_for(string? asked, int seconds)
    {
        service.Answer(429, Error("TooManyRequests"), asked is null ? [] : [("Retry-After", asked)]);

        Assert.Equal(new SendOutcome.Throttled(TimeSpan.FromSeconds(seconds)), await sender.SendAsync(Message));
    }

    [Theory]
    [InlineData(400, SendRefusal.Other)]
    [InlineData(401, SendRefusal.Misconfigured)]
    [InlineData(403, SendRefusal.Misconfigured)]
    [InlineData(404, SendRefusal.Misconfigured)]
    public async Task A_refusal_is_told_in_our_words(int status, SendRefusal reason)
    {
        service.Answer(status, Error("SomeCode"));

        Assert.Equal(new SendOutcome.Refused(reason, "SomeCode", true), await sender.SendAsync(Message));
    }

    [Fact]
    public async Task An_answer_that_settles_nothing_is_unknown_and_is_not_repeated()
    {
        service.Answer(500, Error("InternalError")).Answer(409, Error("Conflict")).NoAnswer();

        Assert.Equal(new SendOutcome.Unknown("InternalError"), await sender.SendAsync(Message));
        Assert.Equal(new SendOutcome.Unknown("Conflict"), await sender.SendAsync(Message));
        Assert.Equal(new SendOutcome.Unknown("no answer"), await sender.SendAsync(Message));
        Assert.Equal(3, service.Requests.Count);
    }

    [Theory]
    [InlineData("NotStarted")]
    [InlineData("Running")]
    [InlineData("Succeeded")]
    public async Task An_earlier_attempt_is_found_by_its_operation_id(string status)
    {
        service.Answer(200, $$"""{"id":"{{Operation}}","status":"{{status}}"}""");

        Assert.Equal(new SendOutcome.Accepted(Operation.ToString()), await sender.FindAsync(Message));

        Assert.Equal([$"GET https://mail.communication.azure.com/emails/operations/{Operation}?api-version=2023-03-31"], service.Requests);
    }

    [Fact]
    public async Task An_operation_that_is_not_known_was_never_taken()
    {
        service.Answer(404, Error("NotFound"));

        Assert.Null(await sender.FindAsync(Message));
    }

    [Fact]
    public async Task An_operation_that_failed_is_a_refusal()
    {
        service.Answer(
            200, $$"""{"id":"{{Operation}}","status":"Failed","error":{"code":"EmailDropped","message":"maria@example.org"} }""");

        var refused = Assert.IsType<SendOutcome.Refused>(await sender.FindAsync(Message));
        Assert.True(refused.IsPermanent);
        Assert.DoesNotContain("maria", refused.Code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_up_that_fails_says_nothing_of_the_email()
    {
        service.Answer(503, Error("Busy")).Answer(429, Error("TooManyRequests"), ("Retry-After", "3"));

        Assert.Equal(new SendOutcome.Unknown("Busy"), await sender.FindAsync(Message));
        Assert.Equal(new SendOutcome.Throttled(TimeSpan.FromSeconds(3)), await sender.FindAsync(Message));
    }

    private static string Error(string code) => $$$"""{"error":{"code":"{{{code}}}","message":"about maria@example.org"} }""";

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
