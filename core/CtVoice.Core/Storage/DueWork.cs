namespace CtVoice.Core.Storage;

/// <summary>
/// Does the work that due rows of one kind announce. Whoever writes such rows registers one of these; the sweep does what is
/// due and knows nothing of what it is.
/// </summary>
/// <param name="Kind">The kind of the rows (<see cref="DueSubject.Kind"/>).</param>
/// <param name="DoAsync">
/// Does the work of a row, at least once; false when there was none, which may mean that it is still to be written.
/// </param>
public sealed record DueWork(string Kind, Func<DueRow, CancellationToken, Task<bool>> DoAsync);
