namespace CtVoice.Core.Board.Erasing;

/// <summary>
/// Something that is kept by member id and goes when the member is erased: links, tokens, codes. Whoever keeps such a
/// thing registers one of these; forgetting twice is the same as once.
/// </summary>
/// <param name="What">What it is, for people.</param>
/// <param name="ForgetAsync">Removes everything kept of a member.</param>
public sealed record MemberTrace(string What, Func<string, CancellationToken, Task> ForgetAsync);
