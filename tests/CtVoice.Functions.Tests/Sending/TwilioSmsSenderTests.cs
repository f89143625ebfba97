using System.Globalization;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Functions.Sending;
using CtVoice.Testing.Sending;

namespace CtVoice.Functions.Tests.Sending;

/// <summary>Exact requests to Twilio, and what its answers become.</summary>
public sealed class TwilioSmsSenderTests : IDisposable
{
    private const string Account = "AC00000000000000000000000000000001";
    private static readonly OutgoingSms Message = new("r-1/m-01/ask/1", "+18605550101", "CT Resident Advisory Board: a new question");
    private static readonly DateTimeOffset Since = new(2027, 3, 1, 15, 0, 0, TimeSpan.Zero);

    private readonly ProviderStub twilio = new();
    private readonly HttpClient http;
    private readonly TwilioSmsSender sender;

    public TwilioSmsSenderTests()
    {
        http = new HttpClient(twilio, disposeHandler: false);
        sender = TwilioSenders.Sender(
            new TwilioSettings
            {
                AccountSid = Account,
                AuthToken = "secret",
                MessagingServiceSid = "MG00000000000000000000000000000002",
                StatusCallback = new Uri("https://board.example.org/hooks/twilio/status"),
            },
            http);
    }

    public void Dispose()
    {
        http.Dispose();
        twilio.Dispose();
    }

    [Fact]
    public async Task A_text_is_one_request_to_the_messaging_service_with_the_status_callback()
    {
        twilio.Answer(201, Sent("SM1", "accepted", Message.Body));

        Assert.Equal(new SendOutcome.Accepted("SM1"), await sender.SendAsync(Message));

        Assert.Equal([$"POST https://api.twilio.com/2010-04-01/Accounts/{Account}/Messages.json"], twilio.Requests);
        Assert.Equal(
            [
                "Body=CT Resident Advisory Board: a new question",
                "MessagingServiceSid=MG00000000000000000000000000000002",
                "StatusCallback=https://board.example.org/hooks/twilio/status",
                "To=+18605550101",
            ],
            twilio.Bodies[0].Split('&').Select(p => Uri.UnescapeDataString(p.Replace('+', ' '))).Order(StringComparer.Ordinal));
        Assert.StartsWith("Basic ", twilio.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(21610, SendRefusal.OptedOut, true)]
    [InlineData(21211, SendRefusal.InvalidRecipient, true)]
    [InlineData(21614, SendRefusal.InvalidRecipient, true)]
    [InlineData(30003, SendRefusal.Unreachable, false)]
    [InlineData(30004, SendRefusal.Filtered, true)]
    [InlineData(30005, SendRefusal.InvalidRecipient, true)]
    [InlineData(30006, SendRefusal.InvalidRecipient, true)]
    [InlineData(30007, SendRefusal.Filtered, true)]
    [InlineData(30008, SendRefusal.Other, false)]
    [InlineData(20003, SendRefusal.Misconfigured, true)]
    [InlineData(12345, SendRefusal.Other, true)]
    public async Task A_refusal_is_told_in_our_words(int code, SendRefusal reason, bool isPermanent)
    {
        var number = code.ToString(CultureInfo.InvariantCulture);
        twilio.Answer(400, $$"""{"code":{{number}},"message":"+18605550101 is refused","more_info":"x","status":400}""");

        Assert.Equal(new SendOutcome.Refused(reason, number, isPermanent), await sender.SendAsync(Message));
    }

    [Theory]
    [InlineData("""{"code":20429,"message":"Too many requests","more_info":"x","status":429}""")]
    [InlineData("""{"type":"about:blank","title":"Too many requests","code":20429,"status":429}""")]
    public async Task Too_many_requests_is_a_pause(string answer)
    {
        twilio.Answer(429, answer);

        Assert.Equal(new SendOutcome.Throttled(TimeSpan.FromSeconds(5)), await sender.SendAsync(Message));
    }

    [Fact]
    public async Task A_fault_of_the_provider_is_not_known_to_have_sent_nothing()
    {
        twilio.Answer(503, """{"code":20503,"message":"x","more_info":"x","status":503}""").Answer(502, "<html>bad gateway</html>")
            .NoAnswer();

        Assert.Equal(new SendOutcome.Unknown("503"), await sender.SendAsync(Message));
        Assert.IsType<SendOutcome.Unknown>(await sender.SendAsync(Message));
        Assert.Equal(new SendOutcome.Unknown("no answer"), await sender.SendAsync(Message));
        Assert.Equal(3, twilio.Requests.Count);
    }

    [Fact]
    public async Task An_earlier_attempt_is_found_by_number_body_and_time()
    {
        twilio.Answer(200, Listed(
            Sent("SM3", "queued", "another text", "Mon, 01 Mar 2027 15:00:07 +0000"),
            Sent("SM2", "sent", Message.Body, "Mon, 01 Mar 2027 15:00:05 +0000"),
            Sent("SM1", "delivered", Message.Body, "Mon, 01 Mar 2027 14:00:00 +0000")));

        Assert.Equal(new SendOutcome.Accepted("SM2"), await sender.FindAsync(Message, Since));

        Assert.Equal([$"GET https://api.twilio.com/2010-04-01/Accounts/{Account}/Messages.json?To=%2B18605550101&PageSize=20"],
            twilio.Requests);
    }

    [Fact]
    public async Task A_text_that_was_never_taken_is_not_found()
    {
        twilio.Answer(200, Listed(Sent("SM1", "delivered", Message.Body, "Mon, 01 Mar 2027 14:59:59 +0000")));

        Assert.Null(await sender.FindAsync(Message, Since));
    }

    [Fact]
    public async Task An_earlier_attempt_that_failed_is_a_refusal()
    {
        twilio.Answer(200, Listed(Sent("SM1", "failed", Message.Body, "Mon, 01 Mar 2027 15:00:05 +0000", "21610")));

        Assert.Equal(new SendOutcome.Refused(SendRefusal.OptedOut, "21610", true), await sender.FindAsync(Message, Since));
    }

    [Fact]
    public async Task A_look_up_that_is_refused_says_nothing_of_the_text()
    {
        twilio.Answer(401, """{"code":20003,"message":"Authenticate","more_info":"x","status":401}""");

        Assert.Equal(new SendOutcome.Unknown("20003"), await sender.FindAsync(Message, Since));
    }

    private static string Listed(params string[] messages) =>
        $$"""
        {"messages":[{{string.Join(',', messages)}}],"page":0,"page_size":20,"uri":"/x","first_page_uri":"/x",
         "next_page_uri":null,"previous_page_uri":null}
        """;

    private static string Sent(string sid, string status, string body, string created = "Mon, 01 Mar 2027 15:00:05 +0000",
        string error = "null") =>
        $$"""
        {"sid":"{{sid}}","status":"{{status}}","body":"{{body}}","to":"+18605550101","date_created":"{{created}}",
         "error_code":{{error}}}
        """;
}
