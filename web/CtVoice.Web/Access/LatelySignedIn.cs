using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web;

/// <summary>
/// What cannot be undone, or gives others rights, is done by who signed in lately (<see cref="WebOptions.LatelySignedIn"/>): a browser that
/// was left open does none of it. Whoever signed in before is asked for the key again, and what they typed is kept. A program proves who it
/// is with every request, and of whom the platform signs in the tenant says how often it asks.
/// </summary>
internal sealed class LatelySignedIn
{
    private LatelySignedIn() { }

    internal static LatelySignedIn Mark { get; } = new();
}

/// <summary>Where it is asked for.</summary>
internal static class LatelySignedInUse
{
    /// <summary>Only by who signed in lately.</summary>
    internal static IEndpointConventionBuilder SignedInLately(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(LatelySignedIn.Mark);

    /// <summary>Refuses them from who signed in before that. It comes after forms were found to be ours: nobody else's are kept.</summary>
    internal static IApplicationBuilder UseLatelySignedIn(this IApplicationBuilder app)
    {
        var (limit, time) = (
            app.ApplicationServices.GetRequiredService<WebOptions>().LatelySignedIn,
            app.ApplicationServices.GetRequiredService<TimeProvider>());
        return app.Use(next => context => context.Says<LatelySignedIn>() is not null
            && context.User.Identity is CallerIdentity { Opened: { } opened, Principal.KeyId: var key } && time.GetUtcNow() - opened > limit
            && !PlatformPrincipals.IsKeyId(key)
                ? Problem.SignInAgain().ExecuteAsync(context)
                : next(context));
    }
}
