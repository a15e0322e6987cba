import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock.ts';
import { Config } from './config.ts';
import { Secrets } from './secrets.ts';

@Global()
@Module({})
export class ConfigModule {
  /** @param clock another one in tests, which move it */
  static with(config: Config, clock: Clock = new Clock()): DynamicModule {
    const providers = [{ provide: Config, useValue: config }, { provide: Clock, useValue: clock }, Secrets];
    return { module: ConfigModule, providers, exports: [Config, Clock, Secrets] };
  }
}
