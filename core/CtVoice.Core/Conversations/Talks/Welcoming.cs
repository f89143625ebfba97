using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Talks;

/// <summary>
/// Who is still to be welcomed. A member is added, their consent and how to reach them are entered one after the other, in
/// any order: the welcome begins with the last of the three. Members of an imported file are welcomed when the coordinator
/// says so; most of them have been members for long.
/// </summary>
public sealed class Welcoming(TableSet tables, LeadingTalks talks)
{
    private const string Partition = "welcome";

    /// <summary>This member is to be welcomed.</summary>
    public async Task WantAsync(string memberId, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(Partition, [new TableOperation.Upsert(new TableRow(Partition, memberId))], cancellationToken);

    /// <summary>This member is to be welcomed no more.</summary>
    public async Task ForgetAsync(string memberId, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(Partition, [new TableOperation.Delete(memberId)], cancellationToken);

    /// <summary>Begins the welcome if it is wanted and can begin. True when it has begun, now or before.</summary>
    public async Task<bool> LookAsync(string memberId, CancellationToken cancellationToken = default)
    {
        if (await tables.Records.GetAsync(Partition, memberId, cancellationToken) is null)
            return false;
        return await talks.BeginAsync(Talk.Welcome, memberId, cancellationToken: cancellationToken) is not null
            || await talks.FindAsync(Talk.Welcome, memberId, cancellationToken) is not null;
    }
}
