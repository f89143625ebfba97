namespace CtVoice.Core.Storage;

/// <summary>Works that are done by turns, where one that fails keeps no other waiting.</summary>
public static class OneAfterAnother
{
    /// <summary>Does each work, and fails at the end if one did.</summary>
    public static Task RunAsync(params IReadOnlyList<Func<Task>> works) => RunAsync(works.ToAsyncEnumerable(), work => work());

    /// <summary>Does the same for each item, and fails at the end if it failed for one.</summary>
    public static async Task RunAsync<T>(IAsyncEnumerable<T> items, Func<T, Task> work)
    {
        var failed = new List<Task>();
        await foreach (var item in items)
        {
            var turn = TurnAsync(item);
            await Task.WhenAny(turn);
            if (!turn.IsCompletedSuccessfully)
                failed.Add(turn);
        }
        await Task.WhenAll(failed);

        // Also what fails before it waits for anything.
        async Task TurnAsync(T item) => await work(item);
    }
}
