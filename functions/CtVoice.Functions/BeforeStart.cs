using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions;

/// <summary>
/// Something that is done before the worker takes its first call: each in the order of registration, and one that fails
/// stops the start. (Hosted services come too late, because the worker itself is one and the first of them.)
/// </summary>
internal sealed record BeforeStart(Func<IServiceProvider, Task> DoAsync)
{
    /// <summary>Does everything that is registered.</summary>
    public static async Task AllAsync(IServiceProvider services)
    {
        foreach (var step in services.GetServices<BeforeStart>())
            await step.DoAsync(services);
    }
}
