using System.Globalization;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Json;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Conversations.OnCall;

/// <summary>
/// Tells somebody of an alert, by text and mail. Each has one place in the outbox, so that none leaves twice however often it is tried.
/// </summary>
public sealed partial class TellOnCall(
    OnCallStore people, OnCallAlerts alerts, AlertSubjects subjects, Messenger messenger, ConversationOptions options, TimeProvider clock,
    ILogger<TellOnCall> log)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(1);

    /// <summary>Texts and mails somebody, each once; and whether either may still reach them, and when to try again.</summary>
    public async Task<(bool Reached, DateTimeOffset? Again)> PersonAsync(
        OnCallAlert alert, Paged page, CancellationToken cancellationToken = default)
    {
        if ((await people.ReachableAsync(cancellationToken)).FirstOrDefault(p => p.Id == page.Person) is not { } person)
            return (false, null);
        var link = OnCallLinks.Of(options.PublicUrl, alerts.TokenOf(alert, page));
        var place = string.Create(CultureInfo.InvariantCulture, $"{person.Id}|{page.At.UtcTicks:D19}");
        var practice = await subjects.IsPracticeAsync(alert.Matters, cancellationToken);
        var text = await TriedAsync(() => messenger.TextAsync(
            new($"on-call|{alert.Number}", place + "|text")
            { Practice = practice }, person.Phone, new("", OnCallWords.Text(alert.Number, link)),
            cancellationToken));
        var mail = await TriedAsync(() => messenger.MailAsync(
            new($"on-call|{alert.Number}", place + "|mail")
            { Practice = practice }, person.Email, OnCallWords.Mail(alert.Number, link), null,
            cancellationToken: cancellationToken));
        if (text is MessageOutcome.Refused { Reason: SendRefusal.OptedOut })
        {
            // The provider knows of a STOP that we were not told of.
            _ = await StoppedAsync(person.Phone, cancellationToken);
            return (false, null);
        }
        DateTimeOffset?[] again = [AgainAt(text), AgainAt(mail)];
        return (text is not MessageOutcome.Refused || mail is not MessageOutcome.Refused, again.Min());
    }

    /// <summary>Tells OPM that nobody has it, once; when to try again, or null.</summary>
    public async Task<DateTimeOffset?> OpmAsync(OnCallAlert alert, CancellationToken cancellationToken = default)
    {
        var place = new OutboxPlace($"on-call|{alert.Number}", "opm")
        { Practice = await subjects.IsPracticeAsync(alert.Matters, cancellationToken) };
        var words = OnCallWords.Escalated(alert.Number, options.PublicUrl is { } url ? new Uri(url, "/desk").AbsoluteUri : "/desk");
        return AgainAt(await TriedAsync(() => messenger.MailAsync(
            place, options.Escalation.Address, words, null, cancellationToken: cancellationToken)));
    }

    /// <summary>A phone stopped texts: whose it is, of those on call, or null. They are told of nothing any more.</summary>
    public async Task<OnCallPerson?> StoppedAsync(string e164, CancellationToken cancellationToken = default)
    {
        if (await people.StopPhoneAsync(e164, cancellationToken) is not { } person)
            return null;
        StoppedTexts(log, person.Id);
        return person;
    }

    // One channel that fails must not keep the other, or the next person, from being tried.
    private static async Task<MessageOutcome?> TriedAsync(Func<Task<MessageOutcome>> send)
    {
        try
        {
            return await send();
        }
        catch (SendFaultException)
        {
            return null;
        }
    }

    private DateTimeOffset? AgainAt(MessageOutcome? outcome) => outcome switch
    {
        null => clock.GetUtcNow() + TryAgain,
        MessageOutcome.NotBefore later => later.At,
        _ => null,
    };

    [LoggerMessage(
        1, LogLevel.Error, Alarms.Acute + ": the phone of {Person} on call stopped texts; they are told of no alert",
        EventName = nameof(StoppedTexts))]
    private static partial void StoppedTexts(ILogger logger, string person);
}
