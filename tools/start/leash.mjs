/**
 * Preloaded into the API process (`node --import`): when the start program that spawned it is gone, even by `kill -9`, the API stops as
 * if it had been asked to, instead of staying behind on the port.
 */
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 15_000).unref();
  });
  process.channel.unref();
}
