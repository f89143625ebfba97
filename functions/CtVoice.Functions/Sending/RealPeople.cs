using System.ComponentModel.DataAnnotations;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.RealPeople;
using CtVoice.Functions.Settings;
using CtVoice.Web.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions.Sending;

/// <summary>Keeps messages from residents until everything is answered that a person must vouch for before.</summary>
internal static class RealPeople
{
    /// <summary>The start waits for the answers.</summary>
    public static IServiceCollection OnceEverythingIsAnswered(this IServiceCollection services, Uri publicUrl) =>
        services.AddSingleton(new BeforeStart(s => EverythingAnsweredAsync(s, publicUrl)));

    /// <summary>After both senders: puts them behind what lets through to staff alone, and says so on every page.</summary>
    public static IServiceCollection ToStaffOnly(this IServiceCollection services) => services
        .AddSingleton(Banner.Practice)
        .Behind<ISmsSender>((inner, staff) => new StaffOnlySmsSender(inner, staff))
        .Behind<IEmailSender>((inner, staff) => new StaffOnlyEmailSender(inner, staff));

    private static async Task EverythingAnsweredAsync(IServiceProvider services, Uri publicUrl)
    {
        if (await services.GetRequiredService<BeforeRealPeople>().RefusalAsync(publicUrl) is { } refusal)
            throw new ValidationException($"{ProductSettings.Section}:{nameof(ProductSettings.Senders)}: {refusal}");
    }

    private static IServiceCollection Behind<TSender>(this IServiceCollection services, Func<TSender, StaffReach, TSender> put)
        where TSender : class
    {
        // A host that is built without email has no sender of it, and does not start.
        if (services.LastOrDefault(s => s.ServiceType == typeof(TSender)) is not { } inner)
            return services;
        _ = services.Remove(inner);
        return services.AddSingleton(s => put((TSender)inner.ImplementationFactory!(s), s.GetRequiredService<StaffReach>()));
    }
}
