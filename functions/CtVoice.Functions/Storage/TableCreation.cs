using Azure;
using Azure.Data.Tables;

namespace CtVoice.Functions.Storage;

/// <summary>
/// Makes the tables before the first function runs. A role that was given during the deployment takes minutes to arrive
/// everywhere: until then the service answers 403, and the first start waits rather than fail.
/// </summary>
internal static class TableCreation
{
    /// <summary>How long one start waits; the host gives a worker a minute, and starts another one after it.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(45);

    /// <summary>Between two attempts.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(IReadOnlyList<TableClient> tables, TimeProvider clock)
    {
        var until = clock.GetUtcNow() + Patience;
        foreach (var table in tables)
        {
            for (var made = false; !made;)
            {
                try
                {
                    await table.CreateIfNotExistsAsync();
                    made = true;
                }
                catch (RequestFailedException refused) when (refused.Status == 403 && clock.GetUtcNow() < until)
                {
                    await Task.Delay(Pause, clock);
                }
            }
        }
    }
}
