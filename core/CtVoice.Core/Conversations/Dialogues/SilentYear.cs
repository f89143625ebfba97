using CtVoice.Core.Board;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>
/// Asks whoever has been silent for a year whether it is still them, once: numbers change hands. Nobody who answered,
/// consented or wrote within the year is asked.
/// </summary>
public sealed class SilentYear(BoardStore board, LastHeard heard, DialogueStore dialogues, LeadingDialogues leading, TimeProvider clock)
{
    /// <summary>How long a channel may be silent.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(365);

    /// <summary>Looks through the board; once a day is enough. Returns how many are asked.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        var asked = 0;
        var heardAt = await heard.AllAsync(cancellationToken);
        foreach (var member in (await board.MembersAsync(cancellationToken)).Where(m => m.State is MemberState.Active))
        {
            foreach (var consent in member.Consent.Where(c => c is { State: ConsentState.Given, Channel: Channel.Sms or Channel.Email }))
            {
                var last = heardAt(member.Id, consent.Channel) is { } at && at > consent.When ? at : consent.When;
                if (clock.GetUtcNow() - last < Longest)
                    continue;
                var before = await dialogues.FindAsync(Dialogue.StillYou, member.Id, cancellationToken);
                // One at a time; a talk of the year before is another one.
                if (before is { End: null } || (before?.Channel == consent.Channel && before.Since > last))
                    continue;
                if (await leading.BeginAsync(Dialogue.StillYou, member.Id, (before?.Round ?? 0) + 1, consent.Channel, cancellationToken)
                    is not null)
                    asked++;
            }
        }
        return asked;
    }
}
