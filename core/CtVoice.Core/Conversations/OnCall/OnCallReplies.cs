using CtVoice.Core.Conversations.Inbound;
using CtVoice.Language.Matching;

namespace CtVoice.Core.Conversations.OnCall;

/// <summary>Hears "OK 4821" from the phones of people on call, and from no other phone.</summary>
public sealed class OnCallReplies(OnCallStore people, OnCallAlerts alerts, Pager pager, HoldingPen pen)
{
    private static readonly Expression Ok = new(@"^\W*(ok|okay)\W*(?<number>\d{4,6})?\W*$");

    /// <summary>What becomes of a text from a number that no member uses; null when nobody on call has it.</summary>
    public async Task<InboundOutcome?> HearAsync(InboundMessage message, CancellationToken cancellationToken = default)
    {
        if (await people.OnPhoneAsync(message.From, cancellationToken) is not { } person)
            return null;
        if (Read(message.Text) is not { } said)
        {
            await pen.AddAsync(new(message.Id, message.ReceivedAt, "From a phone that is on call: something else than OK and a number."), cancellationToken);
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

    /// <summary>The number after OK; empty for OK alone; null for anything else.</summary>
    internal static string? Read(string text) => Ok.Find(text.ToLowerInvariant())?["number"];

    /// <summary>The number that an OK alone means: the one open alert that they were told of.</summary>
    private async Task<string> OnlyOneAsync(OnCallPerson person, CancellationToken cancellationToken) =>
        (await alerts.OpenAsync(cancellationToken)).Where(a => a.Pages.Any(p => p.Person == person.Id)).Select(a => a.Number).ToList() is [var only] ? only : "";
}
