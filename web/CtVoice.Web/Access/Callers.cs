using System.Security.Claims;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web;

/// <summary>
/// The ways in which callers prove who they are, as authentication schemes. A request is asked for one proof only: a page
/// for its session; anything else for a key, and without a key for the platform's word.
/// </summary>
internal static class Callers
{
    private const string Any = "caller";
    private const string Key = "key";
    private const string Platform = "platform";
    internal const string Session = "session";

    internal static IServiceCollection AddCallers(this IServiceCollection services)
    {
        services.AddSingleton(s => new AccessKeys(Records(s), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<WebOptions>()));
        services.AddSingleton(s => new PlatformPrincipals(Records(s), s.GetRequiredService<WebOptions>()));
        services.AddSingleton(s => new PageSessions(
            Records(s), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<WebOptions>()));
        services.AddProtection();
        services.AddWebEncoders();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = Any;
            options.AddScheme(Any, scheme => scheme.HandlerType = typeof(PolicySchemeHandler));
            options.AddScheme<KeyScheme>(Key, null);
            options.AddScheme<PlatformScheme>(Platform, null);
            options.AddScheme<SessionScheme>(Session, null);
        });
        services.Configure<PolicySchemeOptions>(Any, options => options.ForwardDefaultSelector = SchemeOf);
        services.AddTransient<PolicySchemeHandler>().AddTransient<KeyScheme>().AddTransient<PlatformScheme>().AddTransient<SessionScheme>();
        return services.AddAuthorization();
    }

    /// <summary>The policy that lets these roles in; whose agency's things they see is asked where those are read.</summary>
    internal static AuthorizationPolicy Policy(IEnumerable<Role> roles) =>
        new AuthorizationPolicyBuilder().RequireRole(roles.Select(r => r.ToString())).Build();

    private static string SchemeOf(HttpContext context) => context.Says<ForPeople>() switch
    {
        not null => Session,
        _ when KeyScheme.KeyOf(context.Request) is null && context.Need<PlatformPrincipals>().Signed(context.Request) => Platform,
        _ => Key,
    };

    private static ITable Records(IServiceProvider services) => services.GetRequiredService<TableSet>().Records;
}

/// <summary>A caller who proved who they are; without a principal, whom the platform knows and no row maps.</summary>
/// <param name="principal">Who they are.</param>
/// <param name="scheme">How they proved it.</param>
/// <param name="session">Names their session (<see cref="PageSessions.IdOf"/>): what the tokens of forms are bound to.
/// Null without one.</param>
/// <param name="opened">When they signed in; null without a session.</param>
internal sealed class CallerIdentity(Principal? principal, string scheme, string? session = null, DateTimeOffset? opened = null)
    : ClaimsIdentity(ClaimsOf(principal, session), scheme)
{
    internal Principal? Principal => principal;

    internal string? Session => session;

    internal DateTimeOffset? Opened => opened;

    private static IEnumerable<Claim> ClaimsOf(Principal? principal, string? session)
    {
        if (principal is not null)
            yield return new(ClaimTypes.Role, principal.Role.ToString());
        if (session is not null)
            yield return new(ClaimTypes.NameIdentifier, session);
    }
}
