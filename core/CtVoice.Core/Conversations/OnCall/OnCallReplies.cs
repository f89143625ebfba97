using CtVoice.Core.Conversations.Inbound;
using CtVoice.Language.Matching;
using CtVoice.Language.Sms;

namespace CtVoice.Core.Conversations.OnCall;

/// <summary>Hears "OK 4821", STOP and START from the phones of people on call, and from no other phone.</summary>
public sealed class OnCallReplies(OnCallStore people, OnCallAlerts alerts, Pager pager, HoldingPen pen, ConversationOptions options)
{
    private static readonly Expression Ok = new(@"^\W*(ok|okay)\W*(?<number>\d{4,6})?\W*$");

    /// <summary>What becomes of a text from a number that no member uses; null when nobody on call has it.</summary>
    public async Task<InboundOutcome?> HearAsync(InboundMessage message, CancellationToken cancellationToken = default)
    {
        if (await people.OnPhoneAsync(message.From, cancellationToken) is not { } person)
            return null;
        if (await HeedAsync(message, WordOf(message), cancellationToken) is { } keyword)
            return keyword;
        if (Read(message.Text) is not { } said)
        {
            await pen.AddAsync(new(message.Id, message.ReceivedAt, "From a phone that is on call: something else than OK and a number."),
                cancellationToken);
            return new(InboundPlace.Unmatched, "a phone on call wrote something else than OK");
        }
        var number = said.Length > 0 ? said : await OnlyOneAsync(person, cancellationToken);
        var answer = await pager.TakeAsync(number, person.Id, cancellationToken) switch
        {
            Taking.Yours { Alert: { Pages: [.., var last] } alert } => OnCallWords.Yours(number, Paging.Deadline(alert, last)),
            Taking.Others others => OnCallWords.Others(number, others.Since),
            Taking.Closed => OnCallWords.Closed(number),
            _ => OnCallWords.Unknown,
        };
        return new(InboundPlace.OnCall, "a phone on call said OK", Answer: answer);
    }

    /// <summary>
    /// STOP or START from a phone that somebody on call has, whoever else uses it: carriers keep to it for the number. Null for any
    /// other word, and where nobody on call has it.
    /// </summary>
    internal async Task<InboundOutcome?> HeedAsync(InboundMessage message, Intent word, CancellationToken cancellationToken = default)
    {
        var ours = !ProviderKeywords.Answered(options.Keywords, message);
        return word switch
        {
            Intent.OptOut when await pager.StopAsync(message.From, cancellationToken) is not null =>
                new(InboundPlace.OnCall, "a phone on call stopped texts", Answer: ours ? OnCallWords.Stopped : null, Droppable: true),
            Intent.OptIn when await people.StartPhoneAsync(message.From, cancellationToken) is not null =>
                new(InboundPlace.OnCall, "a phone on call takes texts again", Answer: ours ? OnCallWords.Started : null),
            _ => null,
        };
    }

    /// <summary>Whether a text says OK and the number of an alert: from a phone that others use too,
    /// OK alone may answer anything.</summary>
    internal static bool NamesAlert(string text) => Read(text) is { Length: > 0 };

    private static Intent WordOf(InboundMessage message) => Understood.Of(SmsReader.Read(message.Text, new(OpenQuestion: false))).Intent;

    /// <summary>The number after OK; empty for OK alone; null for anything else.</summary>
    internal static string? Read(string text) => Ok.Find(text.ToLowerInvariant())?["number"];

    /// <summary>The number that an OK alone means: the one open alert that they were told of.</summary>
    private async Task<string> OnlyOneAsync(OnCallPerson person, CancellationToken cancellationToken) =>
        (await alerts.OpenAsync(cancellationToken)).Where(a => a.Pages.Any(p => p.Person == person.Id)).Select(a => a.Number)
            .ToList() is [var only] ? only : "";
}
